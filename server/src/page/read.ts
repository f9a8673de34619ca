import { splitLines } from '../text/lines';
import type { Resources } from './document';
import type { Page, Piece, Story } from './model';

/** PLACEHOLDER while the recogniser is being built: blocks between blank lines become stories without titles. */
export function readPage(text: string, _resources: Resources): Page {
  const pieces: Piece[] = [];
  const stories: Story[] = [];
  let open: number[] = [];
  const lines = splitLines(text);
  const close = () => {
    if (open.length === 0) return;
    const span = { start: lines[open[0]].span.start, end: lines[open[open.length - 1]].span.end };
    stories.push({
      span,
      lines: open,
      confidence: 0.5,
      why: [],
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
      link: null,
      paragraphs: [
        {
          text: open.map((n) => text.slice(lines[n].span.start, lines[n].span.end)).join(''),
          pieces: open.map((n) => lines[n].span),
          lines: open,
          subhead: false,
        },
      ],
    });
    open = [];
  };
  for (const { n, span } of lines) {
    const blank = text.slice(span.start, span.end).trim() === '';
    if (blank) close();
    else open.push(n);
    pieces.push({
      line: n,
      span,
      role: blank ? 'blank' : 'body',
      story: blank ? null : stories.length,
      confidence: 0.5,
      why: [],
    });
  }
  close();
  return {
    text,
    pieces,
    stories,
    figures: [],
    orphans: [],
    furniture: [],
    folio: { newspaper: null, date: null, page: null },
    traits: { ocr: false, padded: false, profile: 'zh-Hans' },
  };
}
