import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import { sentenceOf } from '../page/evidence';
import type { Evidence, Page, Piece, Role, Story } from '../page/model';
import { indexAt } from '../text/lines';
import { type Message, say } from '../text/message';
import { contains, spanText } from '../text/span';
import { type PageView, pageAt, type Reading, shorten, type Tell } from './reading';

/** The strongest pieces of evidence tell the reason; more would only be read by the recogniser's authors. */
const EVIDENCE_SHOWN = 5;
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
  const sections = [
    `**${tell(ROLE_NAMES[piece.role])}** · ${tell(sure(piece.confidence))}`,
    story ? escapeMarkdown(tell(storyLine(story))) : '',
    ...[...readsOnFrom(view, piece, story), ...facts(page, story, at)].map((fact) => escapeMarkdown(tell(fact))),
    evidenceList(piece.why, tell),
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

/** What was understood at an offset: persons, place and day, the page a jump leads to. */
function facts(page: Page, story: Story | null, at: number): Message[] {
  const found: Message[] = [];
  const around = <T extends { readonly span: { start: number; end: number } }>(elements: readonly (T | null)[]): T[] =>
    elements.filter((element): element is T => element !== null && contains(element.span, at));
  for (const { role, names } of around(story?.bylines ?? [])) {
    const persons = names.map(({ name }) => name).join('、');
    found.push(role ? say('{0}: {1}', role, persons) : say('Names: {0}', persons));
  }
  for (const { text } of around([story?.lead ?? null])) found.push(say('Lead: {0}', text));
  for (const { text, place } of around([story?.dateline ?? null])) {
    found.push(place ? say('Dateline: {0}, place: {1}', text, place) : say('Dateline: {0}', text));
  }
  for (const { credit } of around([...(story?.figures ?? []), ...page.figures])) {
    if (credit) found.push(say('Picture by {0}', credit.names.map(({ name }) => name).join('、')));
  }
  for (const { kind, page: target } of around([story?.jump ?? null, story?.continuedFrom ?? null])) {
    found.push(kind === 'to' ? say('Continues on page {0}', target) : say('Continued from page {0}', target));
  }
  return found;
}

/** For a line of a title block: how sure it is that this title belongs to this story, and why. */
function linkSection(piece: Piece, story: Story | null, tell: Tell): string[] {
  if (!story?.link || !story.headlineLines.includes(piece.line)) return [];
  const percent = Math.round(story.link.confidence * 100);
  return [tell(say('This title belongs to its story: {0} % sure', percent)), evidenceList(story.link.why, tell)];
}

/** The reasons, strongest first. Pieces of evidence that say the same to a person are one reason. */
function evidenceList(why: readonly Evidence[], tell: Tell): string {
  const scores = new Map<string, number>();
  for (const evidence of why) {
    const sentence = tell(sentenceOf(evidence));
    scores.set(sentence, (scores.get(sentence) ?? 0) + evidence.score);
  }
  return [...scores]
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, EVIDENCE_SHOWN)
    .map(([sentence, score]) => `- ${escapeMarkdown(sentence)} (${signed(score)})`)
    .join('\n');
}

const signed = (score: number): string => `${score < 0 ? '−' : '+'}${Math.abs(score).toFixed(1)}`;

/** The page's own characters must not become Markdown. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, '\\$&');
