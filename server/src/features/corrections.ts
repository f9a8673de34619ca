import { type CodeAction, CodeActionKind, type Position } from 'vscode-languageserver-types';
import { attachTitle, joinWithAbove, type LineKind, markLine, moveTitleAbove, startStory } from '../markup/corrections';
import type { Page, Role, Title } from '../page/model';
import type { Finding } from '../rules/rule';
import { type Message, say } from '../text/message';
import type { Edit } from '../text/span';
import { type ActionsWanted, diagnosticsOf, findingsIn, wants } from './actions';
import { type EditSupport, workspaceEdit } from './edits';
import { pageAt, type Reading, shorten, type Tell } from './reading';
import { storyName } from './symbols';

/** Stories offered for a title, or titles for a story: a longer list is no help. */
const MOST_OFFERS = 8;
/** Units of a headline quoted in a menu. */
const QUOTE_LIMIT = 24;

/** In the menu "Rewrite" of the light bulb, apart from the repairs. */
export const MARK_KIND = `${CodeActionKind.RefactorRewrite}.newspaper`;

export interface CorrectionOptions {
  readonly tell: Tell;
  readonly support: EditSupport;
}

/** What a line can be marked as, and the role that it has then. */
const LINE_KINDS: readonly { readonly kind: LineKind; readonly role: Role; readonly title: Message }[] = [
  { kind: 'headline', role: 'headline', title: say('This line is a headline') },
  { kind: 'kicker', role: 'kicker', title: say('This line is a kicker') },
  { kind: 'deck', role: 'deck', title: say('This line is a deck') },
  { kind: 'subhead', role: 'subhead', title: say('This line is a subhead') },
  { kind: 'byline', role: 'byline', title: say('This line is a byline') },
  { kind: 'caption', role: 'caption', title: say('This line is a caption') },
  { kind: 'body', role: 'body', title: say('This line is body text') },
];

/** A correction: how it is called and the edits that make it, in offsets of the page; null where it has nothing to act on. */
interface Correction {
  readonly title: Message;
  readonly edits: Edit[] | null;
}

/** The corrections of the recogniser at the line of a position: marks that every later reading follows. */
export function correctionActions(
  reading: Reading,
  findings: readonly Finding[],
  wanted: ActionsWanted,
  options: CorrectionOptions,
): CodeAction[] {
  const view = pageAt(reading, reading.source.offsetAt(wanted.range.start));
  if (!view || !isOneLine(wanted.range)) return [];
  const line = view.pageLine(wanted.range.start.line);
  const action = ({ title, edits }: Correction, kind: string): CodeAction[] =>
    edits === null || edits.length === 0
      ? []
      : [
          {
            title: options.tell(title),
            kind,
            edit: workspaceEdit(reading.source, view.documentEdits(edits), options.support),
          },
        ];
  const actions: CodeAction[] = [];
  const here = findingsIn(reading, findings, wanted.range);
  if (wants(wanted, CodeActionKind.QuickFix)) {
    for (const finding of here) {
      const diagnostics = diagnosticsOf(reading, finding, wanted);
      for (const correction of fixesFor(finding.rule, view.page, line)) {
        actions.push(...action(correction, CodeActionKind.QuickFix).map((fix) => ({ ...fix, diagnostics })));
      }
    }
  }
  if (wants(wanted, MARK_KIND)) {
    const corrections = correctionsAt(view.page, line);
    // The finding has a fix of its own that moves the title: a second entry for it would only puzzle.
    if (!here.some(({ rule }) => rule === 'displaced-headline')) corrections.push(...moves(view.page, line));
    for (const correction of corrections) actions.push(...action(correction, MARK_KIND));
  }
  return actions;
}

const isOneLine = ({ start, end }: { start: Position; end: Position }): boolean =>
  start.line === end.line || (end.line === start.line + 1 && end.character === 0);

/** What the rules about titles have as their fixes, where the finding has none of its own. */
function fixesFor(rule: string, page: Page, line: number): Correction[] {
  if (rule === 'orphan-headline') return attachments(page, line, (story) => page.stories[story].headline === null);
  if (rule === 'missing-headline') return titlesFor(page, line);
  return [];
}

function correctionsAt(page: Page, line: number): Correction[] {
  const pieces = page.pieces.filter((piece) => piece.line === line);
  if (pieces.every(({ role }) => role === 'blank')) return [];
  const marks = LINE_KINDS.filter(({ role }) => !pieces.every((piece) => piece.role === role)).map(
    ({ kind, title }) => ({
      title,
      edits: markLine(page, line, kind),
    }),
  );
  const story = pieces.find((piece) => piece.story !== null)?.story ?? null;
  const starts = [{ title: say('A story starts here'), edits: startStory(page, line) }];
  const joins =
    story === null ? [] : [{ title: say('Join this story with the one above'), edits: joinWithAbove(page, story) }];
  return [...marks, ...starts, ...joins, ...attachments(page, line, () => true)];
}

/** Moves the title at a line above its story. */
function moves(page: Page, line: number): Correction[] {
  const story = page.stories.findIndex(({ headlineLines }) => headlineLines.includes(line));
  return story < 0 ? [] : [{ title: say('Move this title above its story'), edits: moveTitleAbove(page, story) }];
}

/** Gives the title at a line to another story, those without a title first. */
function attachments(page: Page, line: number, isOffered: (story: number) => boolean): Correction[] {
  const owner = page.stories.findIndex(({ headlineLines }) => headlineLines.includes(line));
  const title = owner < 0 ? page.orphans.find(({ lines }) => lines.includes(line)) : page.stories[owner].headline;
  if (!title) return [];
  return page.stories
    .map((_, story) => story)
    .filter((story) => story !== owner && isOffered(story))
    .sort((a, b) => Number(page.stories[a].headline !== null) - Number(page.stories[b].headline !== null))
    .slice(0, MOST_OFFERS)
    .map((story) => ({
      title: say('This title belongs to “{0}”', shorten(storyName(page.stories[story]), QUOTE_LIMIT)),
      edits: attachTitle(page, title, story),
    }));
}

/** Titles without a story, for the story at a line that has none. */
function titlesFor(page: Page, line: number): Correction[] {
  const story = page.stories.findIndex(({ lines, headline }) => headline === null && lines.includes(line));
  if (story < 0) return [];
  return page.orphans.slice(0, MOST_OFFERS).map((title: Title) => ({
    title: say('Its title is “{0}”', shorten(title.text, QUOTE_LIMIT)),
    edits: attachTitle(page, title, story),
  }));
}
