import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import { sentenceOf } from '../page/evidence';
import type { Evidence, Page, Piece, Role, Story } from '../page/model';
import { indexAt } from '../text/lines';
import { type Message, say } from '../text/message';
import { contains, type Span, spanText } from '../text/span';
import { type PageView, pageAt, type Reading, shorten, type Tell } from './reading';

/** So many reasons are read; more would only be read by the recogniser's authors. */
const MOST_IN_FAVOUR = 3;
const MOST_AGAINST = 1;
/** What weighs less than this share of the strongest reason decided nothing. */
const MIN_WEIGHT = 0.2;
/** Units of a headline quoted in a hover. */
const QUOTE_LIMIT = 40;

const ROLE_NAMES: Readonly<Record<Role, Message>> = {
  headline: say('Headline'),
  kicker: say('Kicker'),
  deck: say('Deck'),
  subhead: say('Subhead'),
  byline: say('Byline'),
  body: say('Body text'),
  caption: say('Caption'),
  jump: say('Jump line'),
  folio: say('Folio'),
  masthead: say('Masthead'),
  credit: say('Credit of the page'),
  notice: say('Notice'),
  'standing-head': say('Standing head'),
  mark: say('Mark'),
  noise: say('Noise'),
  blank: say('Blank line'),
};

/** What the line at a position was taken for, how sure that is, what it holds, and what decided it. */
export function hover(reading: Reading, position: Position, tell: Tell): Hover | null {
  const offset = reading.source.offsetAt(position);
  const view = pageAt(reading, offset);
  if (!view) return null;
  const at = view.pageOffset(offset);
  const { page } = view;
  const piece = pieceAt(page, at);
  if (!piece || piece.role === 'blank') return null;
  const story = piece.story === null ? null : page.stories[piece.story];
  const understood = facts(page, story, piece.span);
  const sections = [
    verdict(piece, understood, tell),
    story && !isTitle(piece, story) ? escapeMarkdown(tell(storyLine(story))) : '',
    ...readsOnFrom(view, piece, story).map((fact) => escapeMarkdown(tell(fact))),
    reasons(understood.length > 0 ? piece.why.filter((evidence) => !deniesForm(evidence)) : piece.why, tell),
    ...linkSection(piece, story, tell),
  ];
  return {
    contents: { kind: MarkupKind.Markdown, value: sections.filter((section) => section !== '').join('\n\n') },
    range: view.range(piece.span),
  };
}

function pieceAt(page: Page, at: number): Piece | null {
  const piece = page.pieces[indexAt(page.pieces, at)];
  return piece && at <= piece.span.end ? piece : null;
}

/** What the line holds stands before what it was taken for: of 下转4版 at a text's end a person asks where it leads. */
function verdict({ role, confidence }: Piece, understood: readonly Message[], tell: Tell): string {
  const told = understood.map((fact) => escapeMarkdown(tell(fact))).join(' · ');
  const name = tell(ROLE_NAMES[role]);
  const names = told === '' ? `**${name}**` : `**${told}**${TOLD_BY_FACTS.has(role) ? '' : ` · ${name}`}`;
  return `${names} · ${tell(sure(confidence))}`;
}

/** Roles that what was understood of the line says too. */
const TOLD_BY_FACTS: ReadonlySet<Role> = new Set(['byline', 'jump']);

const isTitle = ({ line }: Piece, { headlineLines }: Story): boolean => headlineLines.includes(line);

const sure = (confidence: number): Message => say('{0} % sure', Math.round(confidence * 100));

function storyLine({ headline, confidence }: Story): Message {
  if (!headline) return say('Story without a headline, {0} % sure', Math.round(confidence * 100));
  return say('Story: {0}, {1} % sure', shorten(headline.text, QUOTE_LIMIT), Math.round(confidence * 100));
}

/** Where columns interleave: the line that a line of text goes on from, if it is not the one above. */
function readsOnFrom(view: PageView, piece: Piece, story: Story | null): Message[] {
  const { pieces, text } = view.page;
  const flow = story?.paragraphs.flatMap((paragraph) => paragraph.pieces) ?? [];
  const before = flow[flow.findIndex(({ start }) => contains(piece.span, start)) - 1];
  if (!before) return [];
  const { line } = pieces[indexAt(pieces, before.start)];
  const above = pieces
    .slice(0, pieces.indexOf(piece))
    .reverse()
    .find(({ role }) => role !== 'blank');
  if (above?.line === line) return [];
  return [
    say('Reads on from line {0}: {1}', view.documentLine(line) + 1, shorten(spanText(text, before), QUOTE_LIMIT)),
  ];
}

/** What was understood of a piece: opening, persons, place and day, the page a jump leads to. */
function facts(page: Page, story: Story | null, { start, end }: Span): Message[] {
  const found: Message[] = [];
  const within = <T extends { readonly span: Span }>(elements: readonly (T | null)[]): T[] =>
    elements.filter(
      (element): element is T => element !== null && element.span.start < end && start < element.span.end,
    );
  for (const { kind, page: target } of within([story?.jump ?? null, story?.continuedFrom ?? null])) {
    found.push(kind === 'to' ? say('Jump line to page {0}', target) : say('Jump line from page {0}', target));
  }
  for (const { text } of within([story?.lead ?? null])) found.push(say('Lead: {0}', text));
  for (const { text, place } of within([story?.dateline ?? null])) {
    found.push(place ? say('Dateline: {0}, place: {1}', text, place) : say('Dateline: {0}', text));
  }
  for (const { role, names } of within(story?.bylines ?? [])) {
    const persons = names.map(({ name }) => name).join('、');
    found.push(say('Byline: {0}', role ? `${role} ${persons}`.trim() : persons));
  }
  for (const { credit } of within([...(story?.figures ?? []), ...page.figures])) {
    if (credit) found.push(say('Picture by {0}', credit.names.map(({ name }) => name).join('、')));
  }
  return found;
}

/** For a line of a title block: how sure it is that this title belongs to this story, and why. */
function linkSection(piece: Piece, story: Story | null, tell: Tell): string[] {
  if (!story?.link || !isTitle(piece, story)) return [];
  const percent = Math.round(story.link.confidence * 100);
  return [tell(say('This title belongs to its story: {0} % sure', percent)), reasons(story.link.why, tell)];
}

/** A reason, all evidence for which says the same to a person. */
interface Reason {
  readonly sentence: string;
  readonly rank: number;
  score: number;
}

/** The reasons for the verdict, those first that say most to a person; then what speaks against it. */
function reasons(why: readonly Evidence[], tell: Tell): string {
  const all = told(why, tell);
  const strongest = Math.max(0, ...all.map(({ score }) => score));
  const inFavour = all
    .filter(({ score }) => score > 0 && score >= MIN_WEIGHT * strongest)
    .sort((a, b) => a.rank - b.rank || b.score - a.score)
    .slice(0, MOST_IN_FAVOUR)
    .map(({ sentence }) => sentence);
  const against = all
    .filter(({ score }) => score < 0 && -score >= MIN_WEIGHT * strongest)
    .sort((a, b) => a.score - b.score)
    .slice(0, MOST_AGAINST)
    .map(({ sentence }) => tell(say('Against: {0}', sentence)));
  return [...inFavour, ...against].map((sentence) => `- ${escapeMarkdown(sentence)}`).join('\n');
}

function told(why: readonly Evidence[], tell: Tell): Reason[] {
  const bySentence = new Map<string, Reason>();
  for (const evidence of why) {
    if (SAYS_NOTHING.has(evidence.name)) continue;
    const sentence = sentenceOf(evidence);
    const text = tell(sentence);
    const known = bySentence.get(text);
    if (known) known.score += evidence.score;
    else bySentence.set(text, { sentence: text, rank: rankOf(evidence, sentence), score: evidence.score });
  }
  return [...bySentence.values()];
}

/** What the weights need to start from, and no reason: that a story is one. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['story', 'figure']);

/** Names of evidence about forms (page/evidence.ts), and those about single characters. */
const FORM = /\.|(?:fills row|begins row|ends row|inside)$|^(?:\w+ )?(?:sure|weak) /;
const CHARACTER_NAMES = 'sentence|inner|closing|opening|dash|digit|latin|han|other';
const CHARACTER = new RegExp(
  `^(?:previous |first )?(?:ends|begins) (?:${CHARACTER_NAMES})$|^(?:${CHARACTER_NAMES}) then (?:${CHARACTER_NAMES})$`,
);

/** Forms first, then shapes, then what only tells that something was measured, then single characters. */
function rankOf({ name }: Evidence, { template }: Message): number {
  if (FORM.test(name)) return 0;
  if (CHARACTER.test(name)) return 3;
  return template.startsWith('How ') ? 2 : 1;
}

/** That a byline stands in it speaks against body text; where the verdict names the byline, it only puzzles. */
const deniesForm = (evidence: Evidence): boolean => evidence.score < 0 && FORM.test(evidence.name);

/** The page's own characters must not become Markdown. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, '\\$&');
