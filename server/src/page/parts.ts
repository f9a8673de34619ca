import { joinGain } from './continuity';
import type { Draft } from './draft';
import { SOME_GAIN } from './roles';
import { bareOf, hasParallels, type TitleLine } from './titleLines';
import { MAX_STEPS, type Part, partEvidence, type TitleBlock } from './titles';
import { type WeightTable, weigh } from './weights';

/** A title block told apart. Texts are clean; null where the block has no such part. */
export interface Parts {
  readonly kicker: string | null;
  readonly headline: string;
  readonly deck: string | null;
  readonly lines: Readonly<Record<Part, readonly TitleLine[]>>;
}

/**
 * Parallel phrases are a kicker, a headline or a deck by themselves: of 21 titles that have such a line 20 have none in the
 * same part that is no phrases, and none has phrases for a headline above other lines. Log-odds against that.
 */
const MIXED = 3;

/**
 * Three lines, each a clause of its own, are kicker, headline and deck. A headline of several lines is broken where its lines
 * end, in a word or before a short rest: of those annotated none has three lines of so many characters that read on nowhere.
 * Log-odds in favour.
 */
const CLAUSE = 7;
const THREEFOLD = 4;

function isThreefold({ roles }: Draft, lines: readonly TitleLine[]): boolean {
  const texts = lines.map(({ text }) => bareOf(text));
  const isApart = (n: number): boolean => n === 0 || joinGain(texts[n - 1], texts[n], roles.lexicon) < SOME_GAIN;
  return texts.length === 3 && texts.every((text, n) => text.length >= CLAUSE && isApart(n));
}

/**
 * Two blocks that were gathered to one title are rather two parts of it: of 50 pairs of lines at such a seam 44 are, and 6 of
 * one headline. Log-odds against a headline that runs over it; with the 2 that this comes to, the widths count for too little.
 */
const OVER_SEAM = 1;

/** Whether the stretch of lines mixes parallel phrases with other lines, or is phrases that stand above others. */
function mixes(lines: readonly TitleLine[], from: number, to: number): boolean {
  const phrases = lines.slice(from, to).filter(hasParallels).length;
  return phrases > 0 && (phrases < to - from || to < lines.length);
}

/** The lines of a headline stand together; two blocks that only share their story are kicker and headline, or headline and deck. */
const standTogether = (u: TitleLine, v: TitleLine): boolean => Math.min(...v.rows) - Math.max(...u.rows) <= MAX_STEPS;

/**
 * Tells kicker, headline and deck apart: the headline is the stretch of lines that makes the whole block likeliest, what
 * stands above it is the kicker, what stands below it the deck.
 */
export function partsOf(page: Draft, block: TitleBlock, tables: Readonly<Record<Part, WeightTable>>): Parts {
  const lines = block.lines;
  const score = (part: Part): number[] =>
    sums(lines.map((_, n) => weigh(tables[part], (emit) => partEvidence(page, block, n, emit))));
  const [kicker, headline, deck] = [score('kicker'), score('headline'), score('deck')];
  const threefold = isThreefold(page, lines);
  let best = { from: 0, to: lines.length, score: Number.NEGATIVE_INFINITY };
  for (let from = 0; from < lines.length; from++) {
    for (
      let to = from + 1;
      to <= lines.length && (to === from + 1 || standTogether(lines[to - 2], lines[to - 1]));
      to++
    ) {
      const isOverSeam = lines.slice(from + 1, to).some((line) => block.seams.includes(line));
      const against = (mixes(lines, from, to) ? MIXED : 0) + (isOverSeam ? OVER_SEAM : 0);
      const inFavour = threefold && from === 1 && to === 2 ? THREEFOLD : 0;
      const total = kicker[from] + headline[to] - headline[from] + deck[lines.length] - deck[to] - against + inFavour;
      if (total > best.score) best = { from, to, score: total };
    }
  }
  const parts = {
    kicker: lines.slice(0, best.from),
    headline: lines.slice(best.from, best.to),
    deck: lines.slice(best.to),
  };
  return {
    kicker: textOf(parts.kicker),
    headline: textOf(parts.headline) ?? '',
    deck: textOf(parts.deck),
    lines: parts,
  };
}

function sums(values: readonly number[]): number[] {
  const result = [0];
  for (const value of values) result.push(result[result.length - 1] + value);
  return result;
}

const textOf = (lines: readonly TitleLine[]): string | null =>
  lines.length > 0 ? lines.map(({ text }) => text).join('') : null;
