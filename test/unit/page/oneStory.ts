import type { Page, Paragraph, Piece } from '../../../server/src/page/model';
import { joinRows } from '../../../server/src/page/paragraphs';
import { readRows } from '../../../server/src/page/rows';

/** A recogniser that takes all text for one story without a title; paragraphs begin at an indent. 第N版 alone is a folio. */
export function oneStory(text: string): Page {
  const { rows, lines } = readRows(text);
  const isFolio = (i: number): boolean => /^第\d版$/.test(rows[i].bare);
  const body = rows.map((_, i) => i).filter((i) => !isFolio(i));
  const groups: number[][] = [];
  for (const i of body) {
    if (rows[i].indented || groups.length === 0) groups.push([i]);
    else groups[groups.length - 1].push(i);
  }
  const paragraphs: Paragraph[] = groups.map((group) => joinRows(rows, group));
  const sure = { confidence: 0.5, why: [] };
  const span = { start: rows[body[0]]?.span.start ?? 0, end: rows[body[body.length - 1]]?.span.end ?? 0 };
  const byLine = new Map(rows.map((row, i) => [row.line, i]));
  return {
    text,
    folio: { newspaper: null, date: null, page: null },
    pieces: lines.map(({ n, span: own }): Piece => {
      const i = byLine.get(n);
      const role = i === undefined ? 'blank' : isFolio(i) ? 'folio' : 'body';
      return { line: n, span: own, role, story: role === 'body' ? 0 : null, ...sure };
    }),
    stories:
      body.length === 0
        ? []
        : [
            {
              span,
              lines: body.map((i) => rows[i].line),
              ...sure,
              headline: null,
              kicker: null,
              deck: null,
              headlineLines: [],
              bylines: [],
              dateline: null,
              lead: null,
              subheads: [],
              figures: [],
              jump: null,
              continuedFrom: null,
              paragraphs,
              link: null,
            },
          ],
    figures: [],
    orphans: [],
    furniture: rows
      .filter((_, i) => isFolio(i))
      .map((row) => ({ kind: 'folio', text: row.text, span: row.span, lines: [row.line], ...sure })),
    traits: { ocr: false, padded: false, profile: 'zh-Hans' },
  };
}
