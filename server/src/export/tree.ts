import type { NewspaperDocument, PlacedPage } from '../page/document';
import type { Byline, Page, Story, Title } from '../page/model';
import { type Message, say } from '../text/message';

/*
 * The page as a tree that people read in a terminal:
 *
 *   seed.txt, page 1: 某某日报, 2023-02-19, 5 stories
 *   ├─ 枝繁巢暖引凤来 (lines 3–190)
 *   │  ├─ deck: ——某市招商引资综述
 *   …
 */

/** How a tree is put in the person's language. */
export type Show = (message: Message) => string;

/** Longer texts are cut, so that a branch stays on one line of a terminal. In UTF-16 units. */
const MAX_LABEL = 60;

interface Branch {
  readonly label: string;
  readonly children: readonly Branch[];
}

/** The tree of a document, its lines ended by LF. */
export function documentTree(file: string, document: NewspaperDocument, show: Show): string {
  return document.pages
    .map((placed, index) => draw(pageBranch(file, index + 1, placed, show)))
    .map((lines) => `${lines.join('\n')}\n`)
    .join('');
}

function pageBranch(file: string, number: number, placed: PlacedPage, show: Show): Branch {
  const { page } = placed;
  const facts = [page.folio.newspaper, page.folio.date, page.folio.page && show(say('page {0}', page.folio.page))];
  const stories = show(counted(page.stories.length, '1 story', '{0} stories'));
  const heading = show(say('{0}, page {1}', file, number));
  const label = show(say('{0}: {1}', heading, [...facts.filter((fact) => fact !== null), stories].join(', ')));
  const leaf = leaves(show, placed.firstLine);
  return {
    label,
    children: [
      ...page.stories.map((story) => storyBranch(story, show, leaf)),
      ...page.figures.map((figure) => leaf(say('figure: {0}', figure.caption), figure.lines)),
      ...page.orphans.map((title) => leaf(say('title without a story: {0}', title.text), title.lines)),
      ...furnitureBranch(page, show, leaf),
    ],
  };
}

const counted = (count: number, one: string, many: string): Message => (count === 1 ? say(one) : say(many, count));

type Leaf = (message: Message, lines: readonly number[]) => Branch;

function leaves(show: Show, firstLine: number): Leaf {
  return (message, lines) => ({ label: `${short(show(message))}${place(lines, firstLine, show)}`, children: [] });
}

function storyBranch(story: Story, show: Show, leaf: Leaf): Branch {
  const title = (template: string, element: Title | null): Branch[] =>
    element ? [leaf(say(template, element.text), element.lines)] : [];
  const top = leaf(story.headline ? say('{0}', story.headline.text) : say('(no headline)'), story.lines);
  return {
    label: top.label,
    children: [
      ...title('kicker: {0}', story.kicker),
      ...title('deck: {0}', story.deck),
      ...story.bylines.map((byline) => leaf(say('byline: {0}', bylineLabel(byline)), byline.lines)),
      ...(story.dateline ? [leaf(say('dateline: {0}', story.dateline.text), story.dateline.lines)] : []),
      ...story.subheads.map((subhead) => leaf(say('subhead: {0}', subhead.text), subhead.lines)),
      ...story.figures.map((figure) => leaf(say('figure: {0}', figure.caption), figure.lines)),
      ...(story.continuedFrom
        ? [leaf(say('continued from page {0}', story.continuedFrom.page), story.continuedFrom.lines)]
        : []),
      ...(story.jump ? [leaf(say('continues on page {0}', story.jump.page), story.jump.lines)] : []),
      { label: show(counted(story.paragraphs.length, '1 paragraph', '{0} paragraphs')), children: [] },
    ],
  };
}

const bylineLabel = ({ role, names }: Byline): string => {
  const people = names.map(({ name }) => name).join('、');
  return role === null ? people : `${role} ${people}`;
};

function furnitureBranch(page: Page, show: Show, leaf: Leaf): Branch[] {
  if (page.furniture.length === 0) return [];
  return [
    {
      label: show(say('page furniture')),
      children: page.furniture.map(({ kind, text, lines }) => leaf(say('{0}: {1}', show(say(kind)), text), lines)),
    },
  ];
}

function place(lines: readonly number[], firstLine: number, show: Show): string {
  if (lines.length === 0) return '';
  const first = lines[0] + firstLine + 1;
  const last = lines[lines.length - 1] + firstLine + 1;
  return ` (${first === last ? show(say('line {0}', first)) : show(say('lines {0}–{1}', first, last))})`;
}

/** One line of printable text: controls would move the terminal's cursor. */
function short(text: string): string {
  const line = text.slice(0, MAX_LABEL).replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return text.length <= MAX_LABEL ? line : `${line}…`;
}

function draw(root: Branch): string[] {
  const lines = [root.label];
  const below = (branch: Branch, indent: string): void => {
    branch.children.forEach((child, index) => {
      const last = index === branch.children.length - 1;
      lines.push(`${indent}${last ? '└─ ' : '├─ '}${child.label}`);
      below(child, `${indent}${last ? '   ' : '│  '}`);
    });
  };
  below(root, '');
  return lines;
}
