import type { Resources } from '../../page/document';
import type { Page } from '../../page/model';
import type { Span } from '../../text/span';
import type { LearntPair } from '../rule';
import { type Cut, cutWords, isBadlyRecognised } from './cut';
import { hanText } from './han-text';
import { type Hypothesis, hypotheses } from './hypotheses';
import { Scorer } from './score';

/** One way to read a place otherwise. */
export interface Candidate {
  readonly written: string;
  /** The word that it makes. */
  readonly word: string;
  /** Log-odds that this is what was printed. */
  readonly score: number;
  readonly hypothesis: Hypothesis;
}

/** A place where a wrong character is likely, with what may have been printed there, best first. */
export interface Suspect {
  /** Where the character stands in the page's text; two spans where it stands twice, maybe in two lines. */
  readonly spans: readonly Span[];
  readonly recognised: string;
  readonly candidates: readonly Candidate[];
  /** Whether the best candidate is sure enough to be suggested. */
  readonly sure: boolean;
}

/** Log-odds from which a place is reported: on pages that took no part in the weights 95 of 100 were wrong indeed. */
const MIN_REPORTED = -0.3;
/** Log-odds from which the best candidate is suggested: 91 of 100 were what had been printed. */
const MIN_SUGGESTED = 0.8;
/** OCR sets these where nothing was printed, mostly beside a character it could not read: 和披岸 for 彼岸. */
const GHOSTS: ReadonlySet<string> = new Set('和人有上');
/** Places so near to each other are one error and its echo: the better one is kept. */
const ECHO_DISTANCE = 2;

/**
 * The places of the page where a character is likely to have been misread. On pages that do not look like OCR only pairs
 * that a person taught are looked for, on badly recognised ones none. Time is linear in the text.
 */
export function findSuspects(page: Page, resources: Resources, learnt: readonly LearntPair[]): Suspect[] {
  if (!page.traits.ocr && learnt.length === 0) return [];
  // Not before here: the table of confusions may be read from its file when it is first asked for.
  const { lexicon, confusions } = resources;
  const view = hanText(page);
  const cut = cutWords(view.text, lexicon);
  if (page.traits.ocr && isBadlyRecognised(cut)) return [];
  const scorer = new Scorer(cut, lexicon, confusions);
  const scored = hypotheses(cut, lexicon, { confusions: page.traits.ocr ? confusions : null, learnt })
    .map((hypothesis) => candidate(cut, hypothesis, scorer))
    .filter(({ score }) => score >= MIN_REPORTED);
  return withoutEchoes(byPlace(scored)).map((candidates) => {
    const { start, end } = candidates[0].hypothesis;
    const spans = Array.from({ length: end - start }, (_, i) => view.sourceSpan(start + i, start + i + 1));
    const sure = candidates[0].score >= MIN_SUGGESTED && !besideGhost(view.text, start);
    return { spans, recognised: view.text.slice(start, end), candidates, sure };
  });
}

const besideGhost = (text: string, at: number): boolean => GHOSTS.has(text[at]) || GHOSTS.has(text[at - 1]);

function candidate({ text }: Cut, hypothesis: Hypothesis, scorer: Scorer): Candidate {
  const { start, end, wordStart, wordEnd, written } = hypothesis;
  const word = text.slice(wordStart, start) + written + text.slice(end, wordEnd);
  return { written, word, score: scorer.score(hypothesis), hypothesis };
}

/** Candidates of one place together, best first; those of another length than the best one are left out. */
function byPlace(candidates: readonly Candidate[]): Candidate[][] {
  const places: Candidate[][] = [];
  for (const candidate of candidates) {
    const last = places.at(-1);
    if (last?.[0].hypothesis.start === candidate.hypothesis.start) last.push(candidate);
    else places.push([candidate]);
  }
  for (const place of places) place.sort((a, b) => b.score - a.score);
  return places.map((place) => place.filter(({ hypothesis: { end } }) => end === place[0].hypothesis.end));
}

function withoutEchoes(places: readonly Candidate[][]): readonly Candidate[][] {
  const startOf = (n: number): number => places[n][0].hypothesis.start;
  const yields = (n: number, other: number): boolean =>
    other !== n &&
    Math.abs(startOf(other) - startOf(n)) <= ECHO_DISTANCE &&
    (places[other][0].score > places[n][0].score || (places[other][0].score === places[n][0].score && other < n));
  return places.filter((_, n) => {
    for (let other = Math.max(0, n - ECHO_DISTANCE); other <= Math.min(places.length - 1, n + ECHO_DISTANCE); other++)
      if (yields(n, other)) return false;
    return true;
  });
}
