import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver-types';
import type { Byline, Element, Page, Story } from '../page/model';
import { type Message, say } from '../text/message';
import type { PageView, Reading, Tell } from './reading';
import { pagesOf, shorten } from './reading';
import { covers, type LineRange, type StoryPlace, storyPlaces } from './stretches';

/** Names longer than this (UTF-16 units) only push the outline's details out of sight. */
const NAME_LIMIT = 60;
/** Units of the body's first words where a story has no headline. */
const FIRST_WORDS = 16;

/**
 * The outline: page → story → its parts. A story's range is the stretch that represents it (stretches.ts), so that
 * breadcrumbs and sticky scroll name the story one is in. What stands elsewhere, a displaced title above all, is a
 * child with a range of its own outside its parent's: the outline leads there, and nothing else claims the lines between.
 */
export function documentSymbols(reading: Reading, tell: Tell): DocumentSymbol[] {
  return pagesOf(reading)
    .filter(({ page }) => page.text.trim() !== '')
    .map((view, index) => pageSymbol(view, index + 1, tell));
}

function pageSymbol(view: PageView, number: number, tell: Tell): DocumentSymbol {
  const { page } = view;
  const places = storyPlaces(page);
  const folio =
    page.furniture.find(({ kind }) => kind === 'folio') ?? page.furniture.find(({ kind }) => kind === 'masthead');
  const range = view.range({ start: 0, end: page.text.length });
  return {
    name: name(pageName(page, number, tell), page.text),
    detail: tell(page.stories.length === 1 ? say('1 story') : say('{0} stories', page.stories.length)),
    kind: SymbolKind.File,
    range,
    selectionRange: folio ? view.range(folio.span) : { start: range.start, end: range.start },
    children: [
      ...page.stories.map((story, index) => storySymbol(view, story, places[index], tell)),
      ...page.orphans.map((title) =>
        part(view, title, SymbolKind.String, title.text, say('headline without a story'), tell),
      ),
      ...page.figures.map((figure) => part(view, figure, SymbolKind.Object, figure.caption, say('figure'), tell)),
    ],
  };
}

function pageName({ folio }: Page, number: number, tell: Tell): string {
  const page = tell(say('Page {0}', folio.page ?? number));
  return [folio.newspaper, folio.date, page].filter((piece) => piece !== null).join(' ');
}

function storySymbol(view: PageView, story: Story, { main, apart }: StoryPlace, tell: Tell): DocumentSymbol {
  const titleLines = [...story.headlineLines].sort((a, b) => a - b);
  const titleOnTop = story.headline !== null && titleLines[0] === main.first && covers(main, titleLines);
  const parts: DocumentSymbol[] = [];
  const add = (element: Element | null, kind: SymbolKind, text: string, label: Message) => {
    if (element) parts.push(part(view, element, kind, text, label, tell));
  };
  if (!titleOnTop) add(story.headline, SymbolKind.String, story.headline?.text ?? '', say('headline'));
  add(story.kicker, SymbolKind.Property, story.kicker?.text ?? '', say('kicker'));
  add(story.deck, SymbolKind.Property, story.deck?.text ?? '', say('deck'));
  for (const byline of story.bylines) add(byline, SymbolKind.Key, bylineText(byline), say('byline'));
  add(story.lead, SymbolKind.Constant, story.lead?.text ?? '', say('lead'));
  add(story.dateline, SymbolKind.Constant, story.dateline?.text ?? '', say('dateline'));
  for (const subhead of story.subheads) add(subhead, SymbolKind.Namespace, subhead.text, say('subhead'));
  for (const figure of story.figures) add(figure, SymbolKind.Object, figure.caption, say('figure'));
  add(story.jump, SymbolKind.Event, tell(say('To page {0}', story.jump?.page ?? '')), say('jump line'));
  add(
    story.continuedFrom,
    SymbolKind.Event,
    tell(say('From page {0}', story.continuedFrom?.page ?? '')),
    say('jump line'),
  );
  for (const stretch of apart) {
    if (holdsBody(story, stretch)) parts.push(apartSymbol(view, stretch, tell));
  }
  const range = view.lineRange(main.first, main.last);
  const children = withSections(parts, range);
  return {
    name: name(storyName(story), tell(say('Story without text'))),
    detail: story.bylines.flatMap(({ names }) => names.map(({ name }) => name)).join('、'),
    kind: SymbolKind.Class,
    range,
    selectionRange: titleOnTop && story.headline ? clip(view.range(story.headline.span), range) : firstLine(view, main),
    children,
  };
}

/** The headline; where there is none the subject of its deck or kicker, else the body's first words. */
export function storyName(story: Story): string {
  const title = story.headline ?? story.deck ?? story.kicker;
  if (title) return title.text;
  const opening = story.paragraphs.find(({ subhead }) => !subhead)?.text ?? story.figures[0]?.caption ?? '';
  return shorten(opening, FIRST_WORDS);
}

const bylineText = ({ role, names }: Byline): string =>
  [role, ...names.map(({ name }) => name)].filter((piece) => piece !== null).join(' ');

function part(
  view: PageView,
  { span }: Element,
  kind: SymbolKind,
  text: string,
  label: Message,
  tell: Tell,
): DocumentSymbol {
  const range = view.range(span);
  const detail = tell(label);
  return { name: name(text, detail), detail, kind, range, selectionRange: range };
}

function apartSymbol(view: PageView, { first, last }: LineRange, tell: Tell): DocumentSymbol {
  const range = view.lineRange(first, last);
  const name = tell(say('Continued'));
  return { name, kind: SymbolKind.Class, range, selectionRange: firstLine(view, { first, last }) };
}

function holdsBody(story: Story, stretch: LineRange): boolean {
  return story.paragraphs.some(({ lines }) => lines.some((line) => covers(stretch, [line])));
}

const firstLine = (view: PageView, { first }: LineRange): Range => view.lineRange(first, first);

const name = (text: string, fallback: string): string =>
  shorten(text, NAME_LIMIT) || shorten(fallback, NAME_LIMIT) || '…';

/** Puts the parts in order and lets a subhead within the story reach down to the next part: the section it heads. */
function withSections(parts: readonly DocumentSymbol[], story: Range): DocumentSymbol[] {
  const sorted = [...parts].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  return sorted.map((symbol, index) => {
    if (symbol.kind !== SymbolKind.Namespace || !within(symbol.range, story)) return symbol;
    const next = sorted
      .slice(index + 1)
      .find(({ range }) => range.start.line > symbol.range.end.line && within(range, story));
    const end = next ? { line: next.range.start.line, character: 0 } : story.end;
    return { ...symbol, range: { start: symbol.range.start, end } };
  });
}

const within = (inner: Range, outer: Range): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

const clip = (inner: Range, outer: Range): Range => ({
  start: isBefore(outer.start, inner.start) ? inner.start : outer.start,
  end: isBefore(inner.end, outer.end) ? inner.end : outer.end,
});
