import { isHan, isSentenceEnd, isSpace } from '../text/characters';
import { foldUnit } from '../text/equivalents';
import type { Lexicon } from '../text/lexicon';
import { splitLines, type TextLine } from '../text/lines';
import { say } from '../text/message';
import { looksLikeName, splitGluedNames, surnameLength } from '../text/names';
import type { Edit } from '../text/span';
import type { Finding, Rule } from './rule';

export const brokenName: Rule = {
  id: 'broken-name',
  group: 'layout',
  severity: 'warning',
  fixClass: 'Q',
  summary: say('A name in a byline or credit that is broken over a line end'),
  *check({ placed: { page }, resources }) {
    let above: TextLine | null = null;
    for (const line of splitLines(page.text)) {
      const head = headOf(page.text, line);
      if (head === null) continue;
      if (above !== null && line.n - above.n <= MAX_LINE_DISTANCE) {
        const found = brokenAt(page.text, above, line, head, resources.lexicon);
        if (found !== null) yield found;
      }
      above = line;
    }
  },
};

/** The next line, or (where extraction padded every line) the one after a blank. */
const MAX_LINE_DISTANCE = 2;
/** Bylines are short: the units at a line's end that are looked at for where one opens. */
const TAIL = 60;
/** … and at a line's beginning for the rest of a name and what closes it. */
const HEAD = 16;

/** A visible character, folded, with its offset and the spaces before it. */
interface Letter {
  readonly text: string;
  readonly at: number;
  readonly spaces: number;
}

function lettersOf(text: string, from: number, to: number): Letter[] {
  const letters: Letter[] = [];
  let spaces = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (isSpace(unit)) {
      spaces++;
      continue;
    }
    letters.push({ text: foldUnit(unit) ?? text[i], at: i, spaces });
    spaces = 0;
  }
  return letters;
}

/** The first letters of a line; null for a blank one. */
function headOf(text: string, { span }: TextLine): readonly Letter[] | null {
  let start = span.start;
  while (start < span.end && isSpace(text.charCodeAt(start))) start++;
  return start === span.end ? null : lettersOf(text, start, Math.min(span.end, start + HEAD));
}

const textOf = (letters: readonly Letter[]): string => letters.map(({ text }) => text).join('');

function brokenAt(
  text: string,
  above: TextLine,
  line: TextLine,
  head: readonly Letter[],
  lexicon: Lexicon,
): Finding | null {
  const rest = restOf(head, lexicon);
  if (rest === null) return null;
  const opening = openingOf(lettersOf(text, Math.max(above.span.start, above.span.end - TAIL), above.span.end));
  if (opening === null) return null;
  const tail = tailOf(opening.names, textOf(rest.letters), lexicon);
  if (tail === null) return null;
  const name = textOf(tail) + textOf(rest.letters);
  if (!rest.closed && (!opening.role || tail.length > 1)) return null;
  if (!isName(name, opening, lexicon)) return null;
  const end = tail[tail.length - 1].at + 1;
  return {
    rule: brokenName.id,
    span: { start: tail[0].at, end: rest.letters[rest.letters.length - 1].at + 1 },
    message: say('The name {0} is broken over a line end', name),
    evidence: [
      opening.role
        ? say('A role that names follow stands before it on the line.')
        : say('A bracket opens before it on the line, and closes soon after.'),
      say('{0} is a surname.', name.slice(0, surnameLength(name))),
    ],
    fixes: [{ class: 'Q', title: say('Put the name on one line'), edits: joinEdits(text, end, line, rest) }],
  };
}

/** The rest of a name at the beginning of a line, and how far the fix takes it up (with the mark that closes it). */
interface Rest {
  readonly letters: readonly Letter[];
  readonly moveEnd: number;
  /** A mark, a word or the list that goes on shows where the name ends; else only the line's end does. */
  readonly closed: boolean;
}

const CLOSING = '）)〉》';
const LISTING = '、，,';
/** What OCR makes of the space between two names. */
const STRAY = '“”"';
/** What follows the last name of a byline or credit. */
const REPORTS = ['报道', '报导', '供稿', '整理'];
const SHOT = ['摄', '攝'];
const AFTER_NAMES = [...REPORTS, '文', '图', ...SHOT];
/** A given name has one or two characters. */
const MAX_REST = 2;

function restOf(head: readonly Letter[], lexicon: Lexicon): Rest | null {
  for (let length = 1; length <= MAX_REST && length <= head.length; length++) {
    const letters = head.slice(0, length);
    if (!letters.every(({ text }) => isHan(text.charCodeAt(0)))) return null;
    if (length === head.length) return { letters, moveEnd: letters[length - 1].at + 1, closed: false };
    const moveEnd = closingOf(head, length, lexicon);
    if (moveEnd !== null) return { letters, moveEnd, closed: true };
  }
  return null;
}

/** Where the text ends that goes up with a rest of this length; null where nothing there closes a name. */
function closingOf(head: readonly Letter[], length: number, lexicon: Lexicon): number | null {
  const next = head[length];
  const end = head[length - 1].at + 1;
  if (CLOSING.includes(next.text)) return next.at + 1;
  const after = textOf(head.slice(length));
  if (SHOT.includes(after)) return next.at + 1;
  if (AFTER_NAMES.some((word) => after.startsWith(word))) return end;
  if (STRAY.includes(next.text)) return goesOn(head.slice(length + 1), lexicon) ? end : null;
  if (LISTING.includes(next.text)) return goesOn(head.slice(length + 1), lexicon) ? next.at + 1 : null;
  return next.spaces > 0 && goesOn(head.slice(length), lexicon) ? next.at : null;
}

/** Whether a list of names goes on: with a role, or with what looks like a name and ends soon. */
function goesOn(letters: readonly Letter[], lexicon: Lexicon): boolean {
  if (letters.length === 0) return true;
  const text = textOf(letters);
  const role = Math.min(...ROLES.map((word) => text.indexOf(word)).filter((at) => at >= 0));
  if (role <= MAX_ORGAN) return true;
  let end = 0;
  while (end < letters.length && (end === 0 || letters[end].spaces === 0) && isHan(letters[end].text.charCodeAt(0))) {
    if (REPORTS.some((word) => text.startsWith(word, end))) break;
    end++;
  }
  return looksLikeName(text.slice(0, end), lexicon) >= MIN_WITH_ROLE;
}

/** An organ before a role: 新华社记者, 解放军报记者. */
const MAX_ORGAN = 8;

interface Opening {
  /** A role stands before the names: 记者, 通讯员; else only a bracket. */
  readonly role: boolean;
  /** The bracket opens behind the end of a sentence, as a byline that closes a story does. */
  readonly closing: boolean;
  /** What follows it, up to the line's end. */
  readonly names: readonly Letter[];
}

/** OCR reads 《 for （ too, but only a role tells the two apart. */
const OPENING = '（(〈';
const ROLES = ['记者', '通讯员', '实习生', '评论员', '摄影师', '作者', '撰稿', '記者', '攝影', '□', '■', '◆'];

/** Where a list of names opens on the line and is not closed again; null where none does. */
function openingOf(letters: readonly Letter[]): Opening | null {
  const text = textOf(letters);
  const role = Math.max(...ROLES.map((word) => endOf(text, word)));
  let bracket = letters.length - 1;
  while (bracket >= 0 && !OPENING.includes(letters[bracket].text)) {
    if (CLOSING.includes(letters[bracket].text)) break;
    bracket--;
  }
  const inBracket = bracket >= 0 && OPENING.includes(letters[bracket].text);
  const from = Math.max(role, inBracket ? bracket + 1 : 0);
  if (from <= 0 || (role <= 0 && !inBracket)) return null;
  const names = letters.slice(from).filter(({ text }, i) => !(i === 0 && (text === '：' || text === ':')));
  const closing = inBracket && bracket > 0 && isSentenceEnd(letters[bracket - 1].text.charCodeAt(0));
  return isList(names) ? { role: role > 0, closing, names } : null;
}

const endOf = (text: string, word: string): number => {
  const at = text.lastIndexOf(word);
  return at < 0 ? -1 : at + word.length;
};

/** Names and what parts them, nothing else. */
const isList = (letters: readonly Letter[]): boolean =>
  letters.length > 0 &&
  letters.every(
    ({ text }) => isHan(text.charCodeAt(0)) || LISTING.includes(text) || STRAY.includes(text) || text === '·',
  );

/** The longest beginning of a name that can stand at a line's end; three characters are a name. */
const MAX_TAIL = 2;
/** Gaps this wide part names on a letter-spaced line too. */
const WIDE_GAP = 2;

/** The beginning of the name at the end of a list; null where the list ends with a whole name or something else. */
function tailOf(names: readonly Letter[], rest: string, lexicon: Lexicon): readonly Letter[] | null {
  const spread = names.length > 1 && names.slice(1).every(({ spaces }) => spaces > 0);
  const gap = spread ? WIDE_GAP : 1;
  let start = names.length - 1;
  while (start > 0 && names[start].spaces < gap && !parts(names[start - 1])) start--;
  const token = names.slice(start);
  if (token.some(parts)) return null;
  if (token.length <= MAX_TAIL) return token;
  if (token.length <= MAX_TAIL + 1) return null;
  const last = splitGluedNames(textOf(token) + rest, lexicon).at(-1) ?? '';
  const length = last.length - rest.length;
  return length >= 1 && length <= MAX_TAIL ? token.slice(-length) : null;
}

const parts = ({ text }: Letter): boolean => LISTING.includes(text) || STRAY.includes(text);

/** A role before the list vouches for much; a bracket alone needs a name that looks like one and is no word. */
const MIN_WITH_ROLE = 0.35;
const MIN_IN_BRACKET = 0.6;

/** Lists of villages look like lists of names: 张王庄、李庄. */
const PLACE_ENDINGS = '庄村镇乡县区街屯堡店';

/** ln P of words that only a few texts have: the names of people are among them. */
const RARE = -13;

function isName(name: string, { role, closing }: Opening, lexicon: Lexicon): boolean {
  const surname = surnameLength(name);
  if (surname === 0 || name.length === surname || name.length > surname + MAX_REST) return false;
  if (!role && PLACE_ENDINGS.includes(name.charAt(name.length - 1))) return false;
  if (!role && (lexicon.logProbability(name) ?? RARE) > RARE) return false;
  return looksLikeName(name, lexicon) >= (role || closing ? MIN_WITH_ROLE : MIN_IN_BRACKET);
}

/** Takes the rest of the name up to the line above; a line that holds nothing else goes. */
function joinEdits(text: string, at: number, line: TextLine, rest: Rest): Edit[] {
  let end = rest.moveEnd;
  while (end < line.span.end && isSpace(text.charCodeAt(end))) end++;
  const moved = text.slice(rest.letters[0].at, rest.moveEnd);
  const emptied = end === line.span.end;
  const insertion = { span: { start: at, end: at }, text: moved };
  const deletion = emptied
    ? { start: line.span.start, end: line.span.end + line.eol.length }
    : { start: rest.letters[0].at, end: rest.moveEnd };
  return [insertion, { span: deletion, text: '' }];
}
