import { isClosing, isInnerMark, isMark, isOpening, isSentenceEnd } from './characters';
import type { Lexicon } from './lexicon';
import { type Joint, nameLists } from './nameLists';
import { looksLikeName } from './names';
import type { Span } from './span';
import { countIdeographs, foldedText, gapWidth, isIdeograph, type Run, usualWidth } from './tokens';

/* Lists of padded names (丁 宁 王 明 李小红) in what looks like letter-spacing: gaps that are right. */

/**
 * The gaps (after token i) in lists of padded names, and those that part such lists from what stands beside them. Without a lexicon,
 * words speak neither for letter-spacing nor against a name.
 */
export function paddedNameGaps(
  text: string,
  tokens: readonly Span[],
  run: Run,
  lexicon?: Lexicon,
): ReadonlySet<number> {
  const gaps = new Set<number>();
  const { characters, joints, places } = new RunReader(text, tokens, usualWidth(text, tokens, run), lexicon).read(run);
  const named = lexicon && joints.at(-1) === 'mark' ? roleBefore(characters, lexicon) : 0;
  for (const [from, to] of named > 0 ? [[named, characters.length]] : nameLists(characters, joints, lexicon)) {
    // 公 布：王 平: the gap before 布 is no more the list's than the text is that shares a token with it.
    const first = places[from] - (places[from - 1] === places[from] ? 0 : 1);
    const last = places[to - 1] - (places[to] === places[to - 1] ? 1 : 0);
    for (let i = Math.max(0, first); i <= last && i + 1 < tokens.length; i++)
      if (!beginsWithMark(text, tokens[i + 1])) gaps.add(i);
  }
  return gaps;
}

/** What words for people end with: 审判长, 书记员, 主持人, 主编, 记者, 校对. */
const ENDS_A_ROLE = '长员人辑编记师手任理者导对';

/** The length of a word for a person, where the run is one and a padded name behind it (审 判 长 王 平); else 0. */
function roleBefore(characters: string, lexicon: Lexicon): number {
  const length = characters.length - 2;
  if (length < 2 || length > LONGEST_NAME || !ENDS_A_ROLE.includes(characters[length - 1])) return 0;
  if (!lexicon.isWord(characters, 0, length)) return 0;
  return looksLikeName(characters.slice(length), lexicon) >= NAME_LIKE ? length : 0;
}

/** 王 明 ，: the space before a mark is no part of the list. */
function beginsWithMark(text: string, { start }: Span): boolean {
  const unit = text.charCodeAt(start);
  return isClosing(unit) || isInnerMark(unit) || isSentenceEnd(unit);
}

/** What says more of a place where several things stand between two characters comes later. */
const RANKS: readonly Joint[] = ['none', 'space', 'mark', 'name', 'bar'];

/** From this likeness on a token of several characters is a name: 李小红, and 张伟, which the lexicon has as a word too. */
const NAME_LIKE = 0.75;
const LONGEST_NAME = 4;

/** Reads a run as characters (its own, and the ones that touch it) and what stands between them. */
class RunReader {
  private characters = '';
  private readonly joints: Joint[] = [];
  private readonly places: number[] = [];
  /** What was met since the last character; a line begins as if behind a mark. */
  private pending: Joint = 'mark';

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Span[],
    private readonly usual: number,
    private readonly lexicon?: Lexicon,
  ) {}

  read({ first, last }: Run): { characters: string; joints: readonly Joint[]; places: readonly number[] } {
    if (first > 0) this.readEnd(first - 1);
    for (let i = first; i <= last; i++) {
      this.meetGap(i - 1);
      this.readToken(i);
    }
    this.meetGap(last);
    if (last + 1 < this.tokens.length) this.readBeginning(last + 1);
    this.joints.push(this.pending);
    return { characters: this.characters, joints: this.joints, places: this.places };
  }

  private meet(joint: Joint): void {
    if (RANKS.indexOf(joint) > RANKS.indexOf(this.pending)) this.pending = joint;
  }

  /** A wider gap parts words as a mark does, and so does the line's end. */
  private meetGap(i: number): void {
    if (i < 0) return;
    const wide = i + 1 >= this.tokens.length || this.widthBehind(i) > this.usual;
    this.meet(wide ? 'mark' : 'space');
  }

  private widthBehind(i: number): number {
    return gapWidth(this.text, this.tokens[i].end, this.tokens[i + 1].start);
  }

  private take(at: number, place: number): void {
    this.characters += foldedText(this.text, at, at + 1);
    this.joints.push(this.pending);
    this.places.push(place);
    this.pending = 'none';
  }

  private readToken(place: number): void {
    const { start, end } = this.tokens[place];
    if (this.meetName(place)) return;
    if (countIdeographs(this.text, this.tokens[place]) === 0) this.meet('bar');
    for (let at = start; at < end; at++) {
      const note = at > start ? endOfNote(this.text, at, end) : at;
      if (note > at) {
        this.meet('mark');
        at = note - 1;
      } else this.readUnit(at, place);
    }
  }

  private readUnit(at: number, place: number): void {
    const unit = this.text.charCodeAt(at);
    if (isIdeograph(unit)) this.take(at, place);
    else this.meet(isMark(unit) ? 'mark' : 'bar');
  }

  /** The last character of the token before the run: 一等奖：王 begins a list, and so may 有王. */
  private readEnd(place: number): void {
    const { start, end } = this.tokens[place];
    if (this.meetName(place)) return;
    this.pending = 'none';
    if (end - start > 1 && !isIdeograph(this.text.charCodeAt(end - 2))) this.readUnit(end - 2, place);
    this.readUnit(end - 1, place);
  }

  /** The first character of the token behind the run, and what follows it: 静等, 静）. */
  private readBeginning(place: number): void {
    const { start, end } = this.tokens[place];
    if (this.meetName(place)) return;
    this.readUnit(start, place);
    if (start + 1 < end && !isIdeograph(this.text.charCodeAt(start + 1))) this.readUnit(start + 1, place);
  }

  /** Whether a token of several characters is a name, which is then met as one. */
  private meetName(place: number): boolean {
    const { start, end } = this.tokens[place];
    const length = end - start;
    if (length < 2 || length > LONGEST_NAME || countIdeographs(this.text, this.tokens[place]) < length) return false;
    if (looksLikeName(foldedText(this.text, start, end), this.lexicon) < NAME_LIKE) return false;
    this.meet('name');
    return true;
  }
}

/** 晨（女）: behind a bracket that is set tight, and closed before `end`; `at` where none opens there. */
function endOfNote(text: string, at: number, end: number): number {
  if (!isOpening(text.charCodeAt(at))) return at;
  for (let i = at + 1; i < end; i++) if (isClosing(text.charCodeAt(i))) return i + 1;
  return at;
}
