import type { SemanticTokens } from 'vscode-languageserver-types';
import type { Page, Role, Story } from '../page/model';
import { TOKEN_TYPES, type TokenType } from '../protocol';
import type { Span } from '../text/span';
import { pagesOf, type Reading } from './reading';

export const tokenLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] };

/** Body text and its marks stay as the grammar shows them. */
const ROLE_TOKENS: Readonly<Record<Role, TokenType | null>> = {
  headline: 'headline',
  kicker: 'deck',
  deck: 'deck',
  subhead: 'subhead',
  byline: 'byline',
  caption: 'caption',
  jump: 'jump',
  folio: 'furniture',
  masthead: 'furniture',
  credit: 'furniture',
  notice: 'furniture',
  'standing-head': 'furniture',
  body: null,
  mark: null,
  noise: null,
  blank: null,
};

interface Token extends Span {
  readonly type: TokenType;
}

/** One token for each line or piece that is no body text, and for lead, dateline, byline and jump within the text. */
export function semanticTokens(reading: Reading): SemanticTokens {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const view of pagesOf(reading)) {
    for (const token of pageTokens(view.page)) {
      const { start, end } = view.range(token);
      if (end.line !== start.line || end.character <= start.character) continue;
      const sameLine = start.line === before.line;
      data.push(
        start.line - before.line,
        sameLine ? start.character - before.character : start.character,
        end.character - start.character,
        TOKEN_TYPES.indexOf(token.type),
        0,
      );
      before = start;
    }
  }
  return { data };
}

/** The tokens of a page in order, none over another: within a piece of its own role nothing else is marked. */
function pageTokens(page: Page): Token[] {
  const tokens: Token[] = [];
  const inner = innerTokens(page.stories).sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let done = 0;
  for (const { span, role } of page.pieces) {
    while (next < inner.length && inner[next].end <= span.start) next++;
    const type = ROLE_TOKENS[role];
    if (type !== null) {
      tokens.push({ ...span, type });
      done = span.end;
      continue;
    }
    for (let i = next; i < inner.length && inner[i].start < span.end; i++) {
      const start = Math.max(inner[i].start, span.start, done);
      const end = Math.min(inner[i].end, span.end);
      if (end <= start) continue;
      tokens.push({ start, end, type: inner[i].type });
      done = end;
    }
  }
  return tokens;
}

function innerTokens(stories: readonly Story[]): Token[] {
  return stories.flatMap((story) => {
    const { lead, dateline, bylines, jump, continuedFrom } = story;
    return [
      ...spansOf('lead', [lead]),
      ...spansOf('dateline', [dateline]),
      ...spansOf('byline', bylines),
      ...spansOf('jump', [jump, continuedFrom]),
    ].filter((token) => !isParagraph(token, story));
  });
}

/** Whether a span is all of a paragraph: that is the place of what a comment says of it, and what is text stays so. */
const isParagraph = ({ start, end }: Span, { paragraphs }: Story): boolean =>
  paragraphs.some(({ pieces }) => pieces.length === 1 && pieces[0].start === start && pieces[0].end === end);

const spansOf = (type: TokenType, elements: readonly ({ readonly span: Span } | null)[]): Token[] =>
  elements.filter((element) => element !== null).map(({ span }) => ({ ...span, type }));
