import { type Message, say } from '../text/message';
import { SENTENCES, sentences } from './evidenceSentences';
import { formSentence } from './forms';
import type { Evidence } from './model';

/*
 * The names of evidence are keys of the learnt weight tables, written for programs. This tells each in a sentence for
 * people. Names are composed, so that a few tables tell them all:
 *
 *   dateline.agency                        a piece of a form (forms/evidence.ts)
 *   previous caption-credit ends row       a form and where it stands, on this line or one beside it
 *   han then digit                         the characters on both sides of a break
 *   above, 2 titles between                parts with a comma between; numbers are classes of a measured value
 */

/** What a piece of evidence says; whether it speaks for or against is the sign of its score. */
export const sentenceOf = ({ name }: Evidence): Message => knownSentence(name) ?? say('“{0}”', name);

/** The same by the name alone; null for a name that no table knows. */
export function knownSentence(name: string): Message | null {
  return (
    formSentence(name) ??
    familySentence(name) ??
    formOnLine(name) ??
    atEdge(name) ??
    aroundBreak(name) ??
    setByline(name) ??
    inParts(name)
  );
}

/** By the family: the name with # for each number. */
function familySentence(name: string): Message | null {
  const family = name.replace(/\d+/g, '#');
  if (!Object.hasOwn(SENTENCES, family)) return null;
  const sentence = SENTENCES[family];
  return typeof sentence === 'function' ? sentence(...(name.match(/\d+/g) ?? []).map(Number)) : sentence;
}

function inParts(name: string): Message | null {
  const [first, ...rest] = name.split(', ').map(familySentence);
  return rest.reduce((told, part) => (told && part ? sentences(told, part) : null), first);
}

/** How a byline is set that stands apart, by the beginning of the name. */
const SETTINGS: readonly (readonly [prefix: string, set: Message])[] = [
  ['in brackets: ', say('The byline stands in brackets.')],
  ['with a marker: ', say('The byline has a marker or a role.')],
  ['without a marker: ', say('The byline has neither a marker nor a role.')],
  ['from another page: ', say('The line tells from which page its story goes on.')],
];

function setByline(name: string): Message | null {
  for (const [prefix, set] of SETTINGS) {
    if (!name.startsWith(prefix)) continue;
    const place = familySentence(name.slice(prefix.length));
    return place && sentences(set, place);
  }
  return null;
}

const THIS_LINE = say('The line');
const LINE_BEFORE = say('The line before');

/** Whose form it is, by the beginning of the name. */
const LINES: readonly (readonly [prefix: string, line: Message])[] = [
  ['previous ', say('The line above')],
  ['next ', say('The line below')],
  ['from ', LINE_BEFORE],
  ['to ', THIS_LINE],
  ['before: ', LINE_BEFORE],
  ['after: ', THIS_LINE],
  ['', THIS_LINE],
];

const FORMS: Readonly<Record<string, Message>> = {
  'byline own': say('a byline'),
  'byline tail': say('names in brackets that close a text'),
  'byline lead': say('names in brackets that open a text'),
  'caption-credit': say('a photographer’s credit'),
  'caption-cue': say('words that point to a picture'),
  'closing-dateline': say('a dateline that closes a text'),
  continued: say('a jump line from another page'),
  credit: say('a credit of the page’s editors'),
  dateline: say('a dateline'),
  folio: say('a folio'),
  jump: say('a jump line to another page'),
  lead: say('an opening such as 本报讯'),
  masthead: say('a masthead'),
  notice: say('the title of a notice'),
  'standing-head': say('a standing head'),
};

type Tell = (line: Message, form: Message) => Message;

const PLACES: readonly (readonly [suffix: string, tell: Tell])[] = [
  [' fills row', (line, form) => say('{0} holds nothing but {1}.', line, form)],
  [' begins row', (line, form) => say('{0} begins with {1}.', line, form)],
  [' ends row', (line, form) => say('{0} ends with {1}.', line, form)],
  [' inside', (line, form) => say('{0} holds {1} amid other text.', line, form)],
];

const STRENGTHS: readonly (readonly [prefix: string, tell: Tell])[] = [
  ['sure ', (line, form) => say('{0} surely holds {1}.', line, form)],
  ['weak ', (line, form) => say('{0} may hold {1}.', line, form)],
];

/** The names that formRows.ts makes of forms, and what stages put before them. */
function formOnLine(name: string): Message | null {
  const [prefix, line] = LINES.find(([start]) => name.startsWith(start)) ?? ['', THIS_LINE];
  const tag = name.slice(prefix.length);
  for (const [suffix, tell] of PLACES)
    if (tag.endsWith(suffix)) return formTold(tag.slice(0, -suffix.length), line, tell);
  for (const [start, tell] of STRENGTHS)
    if (tag.startsWith(start)) return formTold(tag.slice(start.length), line, tell);
  return null;
}

const formTold = (form: string, line: Message, tell: Tell): Message | null =>
  Object.hasOwn(FORMS, form) ? tell(line, FORMS[form]) : null;

/** Kinds of characters, as continuity.ts tells them apart. */
const CHARACTERS: Readonly<Record<string, Message>> = {
  sentence: say('a full stop or the like'),
  inner: say('a comma or the like'),
  closing: say('a closing bracket or quotation mark'),
  opening: say('an opening bracket or quotation mark'),
  dash: say('a dash'),
  digit: say('a digit'),
  latin: say('a Latin letter'),
  han: say('a Chinese character'),
  other: say('some other sign'),
};

const EDGES: readonly (readonly [prefix: string, tell: (character: Message) => Message])[] = [
  ['ends ', (character) => say('It ends with {0}.', character)],
  ['begins ', (character) => say('It begins with {0}.', character)],
  ['previous ends ', (character) => say('The line above ends with {0}.', character)],
  ['first ends ', (character) => say('The title line before it ends with {0}.', character)],
];

function atEdge(name: string): Message | null {
  for (const [prefix, tell] of EDGES) {
    const kind = name.slice(prefix.length);
    if (name.startsWith(prefix) && Object.hasOwn(CHARACTERS, kind)) return tell(CHARACTERS[kind]);
  }
  return null;
}

function aroundBreak(name: string): Message | null {
  const [before, after, ...more] = name.split(' then ');
  if (more.length > 0 || !Object.hasOwn(CHARACTERS, before) || !Object.hasOwn(CHARACTERS, after)) return null;
  return say('The line before ends with {0}, this one begins with {1}.', CHARACTERS[before], CHARACTERS[after]);
}
