import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readDocument } from '../../../server/src/page/document';
import type { Page } from '../../../server/src/page/model';
import { readPage } from '../../../server/src/page/read';
import { readRows } from '../../../server/src/page/rows';
import { layout, plainStory, rawPage } from '../markup/generator';
import { testResources } from '../resources';

/*
 * What a page says does not change with how an extractor spaced it. Stories are compared by the texts of their titles and
 * by the text lines (counted without blank ones) that are theirs.
 */

const SAMPLES = ['samples', 'test/pages'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !name.endsWith('.outline.txt'))
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\f')),
);

const made = fc
  .tuple(fc.array(plainStory, { minLength: 1, maxLength: 3 }), layout)
  .map(([stories, how]) => rawPage(stories, { ...how, eol: '\n' }));

/** A page as people wrote it, or one from the generator. */
const page = fc.oneof(fc.constantFrom(...SAMPLES), made);

/** A page, and a number from which a property chooses the place it changes. */
const pageAndPlace = (pages: fc.Arbitrary<string>) => fc.record({ text: pages, place: fc.nat({ max: 1000 }) });

/*
 * Letter-spacing and blank lines are evidence too: they set titles and stories apart. On the generator's pages, whose
 * sentences recur in every story, they may decide; on pages that read as a paper does one line of them must not. Where
 * columns stand side by side a blank line parts them all, not two paragraphs.
 */
const written = fc.constantFrom(...SAMPLES);
const unglued = fc.constantFrom(...SAMPLES.filter((text) => !/\S {4,}\S/.test(text)));

const RUNS = { numRuns: 25 };

const read = (text: string): Page => readPage(text, testResources());

/** The stories: their titles, and their lines counted among those with text. */
function stories(text: string): unknown {
  const { stories: found } = read(text);
  const lines = text.split('\n');
  const number = new Map<number, number>();
  lines.forEach((line, n) => {
    if (line.trim() !== '') number.set(n, number.size);
  });
  return found.map(({ headline, kicker, deck, lines: own }) => ({
    headline: headline?.text ?? null,
    kicker: kicker?.text ?? null,
    deck: deck?.text ?? null,
    lines: own.map((n) => number.get(n)),
  }));
}

const same = (changed: string, text: string): void => assert.deepEqual(stories(changed), stories(text));

const pick = <T>(values: readonly T[], place: number): T | undefined => values[place % Math.max(1, values.length)];

/** The page with one line changed. */
const withLine = (text: string, n: number, change: (line: string) => string): string =>
  text
    .split('\n')
    .map((line, at) => (at === n ? change(line) : line))
    .join('\n');

describe('a page of any kind', () => {
  it('is tiled by its pieces', () => {
    fc.assert(
      fc.property(page, (text) => {
        const { pieces } = read(text);
        const lines = readRows(text).lines;
        let at = 0;
        for (const { line, span } of pieces) {
          const { span: own } = lines[line];
          assert.ok(span.start === at || span.start === own.start, `a gap before ${span.start}`);
          assert.ok(text.slice(at, span.start).trim() === '', 'text between two pieces');
          assert.ok(span.end >= span.start && span.end <= own.end);
          at = span.end;
        }
        assert.equal(text.slice(at).trim(), '');
      }),
      RUNS,
    );
  });

  it('tells the same of its stories and of its pieces', () => {
    fc.assert(
      fc.property(page, (text) => {
        const { pieces, stories: found } = read(text);
        found.forEach((story, n) => {
          const own = [...new Set(pieces.filter((piece) => piece.story === n).map(({ line }) => line))];
          assert.deepEqual(story.lines, own);
          for (const { lines } of [...story.paragraphs, ...story.bylines]) {
            for (const line of lines) assert.ok(story.lines.includes(line), `line ${line + 1}`);
          }
        });
      }),
      RUNS,
    );
  });

  it('reads as two where a form feed stands between it and itself', () => {
    fc.assert(
      fc.property(page, (text) => {
        const { pages } = readDocument(`${text}\f${text}`, testResources());
        assert.equal(pages.length, text.trim() === '' ? 1 : 2);
        for (const { page: own } of pages) assert.deepEqual(own.stories, read(text).stories);
      }),
      RUNS,
    );
  });
});

describe('the stories of a page stay', () => {
  it('where spaces end a line', () => {
    fc.assert(
      fc.property(pageAndPlace(page), fc.constantFrom(' ', '   ', '\t', '\u3000'), ({ text, place }, spaces) => {
        same(
          withLine(text, place % text.split('\n').length, (line) => line + spaces),
          text,
        );
      }),
      RUNS,
    );
  });

  it('where digits are full-width', () => {
    const wide = (line: string): string =>
      line.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(page, (text) => same(wide(text), text)),
      RUNS,
    );
  });

  it('where one line of running text is letter-spaced', () => {
    fc.assert(
      fc.property(pageAndPlace(written), ({ text, place }) => {
        const body = bodyLines(text);
        const n = pick(body, place);
        if (n !== undefined) same(withLine(text, n, spread), text);
      }),
      RUNS,
    );
  });

  it('where a blank line parts two paragraphs', () => {
    fc.assert(
      fc.property(pageAndPlace(unglued), ({ text, place }) => {
        const n = pick(paragraphLines(text), place);
        if (n !== undefined)
          same(
            withLine(text, n, (line) => `\n${line}`),
            text,
          );
      }),
      RUNS,
    );
  });
});

/** Lines (from 0) that are running text of a story and nothing else, wide enough that letter-spacing shows. */
function bodyLines(text: string): number[] {
  const lines = text.split('\n');
  const { pieces } = read(text);
  return pieces
    .filter(({ role, line }) => role === 'body' && /^[\u3000]*[\p{Script=Han}，。、]{8,}$/u.test(lines[line]))
    .map(({ line }) => line);
}

const spread = (line: string): string => {
  const indent = line.length - line.trimStart().length;
  return line.slice(0, indent) + [...line.slice(indent)].join(' ');
};

/** Lines (from 0) that begin a paragraph right below the end of another one of the same story. */
function paragraphLines(text: string): number[] {
  return read(text).stories.flatMap(({ paragraphs }) =>
    paragraphs.slice(1).flatMap(({ lines }, n) => {
      const before = paragraphs[n].lines;
      return before[before.length - 1] === lines[0] - 1 ? [lines[0]] : [];
    }),
  );
}
