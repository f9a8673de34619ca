import { type NewspaperDocument, type Resources, readSteps } from '../page/document';
import { lazyPage } from '../page/lazy';
import { applyEdits, type Edit } from '../text/span';
import { finish, type Steps } from '../text/steps';
import { isIgnored } from './ignore';
import { rules } from './index';
import type { Finding, Rule } from './rule';
import { checkSteps, type OnFailure, severityOf } from './run';
import type { Settings } from './settings';

export interface FixAllOptions {
  /** Ids of the rules whose fixes are wanted, also where the settings turn them off; all that are on where it is left out. */
  readonly rules?: readonly string[];
  readonly classes: readonly ('A' | 'Q')[];
  readonly onFailure?: OnFailure;
  /** What the text was read as, where that is known: its pages are not read again. */
  readonly known?: NewspaperDocument;
}

export interface FixAllResult {
  readonly text: string;
  /** How often the text was read, the last time to find that nothing more changes. */
  readonly rounds: number;
  /** False where the bound was reached while fixes still changed the text. */
  readonly settled: boolean;
  /** Findings repaired, by rule. */
  readonly applied: Readonly<Record<string, number>>;
}

/** One fix may uncover another (a space, then the comma it stood before); four rounds are the most that pages needed. */
const MAX_ROUNDS = 12;

/**
 * Fix, read again, fix again, until nothing changes. A fix that overlaps one before it waits for the next round, so that
 * no edit is applied to a text it was not made for.
 */
export function fixAll(text: string, resources: Resources, settings: Settings, options: FixAllOptions): FixAllResult {
  return finish(fixSteps(text, resources, settings, options));
}

/** The same in steps, so that an editor need not wait for a long document. */
export function* fixSteps(
  text: string,
  resources: Resources,
  settings: Settings,
  options: FixAllOptions,
): Steps<FixAllResult> {
  const selected = selectedRules(settings, options);
  const applied: Record<string, number> = {};
  let document = options.known;
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    // Most rules look at characters and lines alone: a page is read where one of them asks for its stories.
    document = yield* readSteps(text, resources, document, lazyPage);
    const found = yield* checkSteps(selected, document, resources, settings, options.onFailure);
    const findings = found.filter((finding) => !isIgnored(text, finding, settings));
    const chosen = chooseFixes(findings, options.classes);
    const next = applyEdits(
      text,
      chosen.flatMap(({ edits }) => edits),
    );
    if (next === text) return { text, rounds: round, settled: true, applied };
    for (const { rule } of chosen) applied[rule] = (applied[rule] ?? 0) + 1;
    text = next;
  }
  return { text, rounds: MAX_ROUNDS, settled: false, applied };
}

/**
 * The rules that may have a fix of a wanted class. Suggestions of a rule for review are applied only where that rule was
 * asked for by name.
 */
const selectedRules = (settings: Settings, { rules: wanted, classes }: FixAllOptions): Rule[] =>
  rules.filter((rule) =>
    wanted
      ? wanted.includes(rule.id)
      : severityOf(rule, settings) !== 'off' &&
        (rule.fixClass === 'A' || (rule.fixClass === 'Q' && classes.includes('Q'))),
  );

interface ChosenFix {
  readonly rule: string;
  readonly edits: readonly Edit[];
}

/** The preferred fix of each finding, where its class is wanted and the text it replaces is still free: first come, first served. */
function chooseFixes(findings: readonly Finding[], classes: readonly ('A' | 'Q')[]): ChosenFix[] {
  const chosen: ChosenFix[] = [];
  const taken = new TakenSpans();
  for (const { rule, fixes } of findings) {
    const fix = fixes.at(0);
    if (!fix || !classes.includes(fix.class) || !taken.take(fix.edits)) continue;
    chosen.push({ rule, edits: fix.edits });
  }
  return chosen;
}

/** Which stretches of the text have an edit already. Findings come in text order, so almost every edit lies past the last one. */
class TakenSpans {
  private readonly edits: Edit[] = [];

  /** Takes all edits of a fix or none. */
  take(edits: readonly Edit[]): boolean {
    if (edits.length === 0 || edits.some((edit) => this.overlaps(edit))) return false;
    for (const edit of edits) this.edits.splice(this.indexAfter(edit.span.start), 0, edit);
    return true;
  }

  /** Two edits that begin at the same place overlap too: what comes out would depend on their order. */
  private overlaps({ span }: Edit): boolean {
    const next = this.indexAfter(span.start);
    const before = this.edits.at(next - 1);
    const after = this.edits.at(next);
    if (next > 0 && before && (before.span.end > span.start || before.span.start === span.start)) return true;
    return next < this.edits.length && after !== undefined && after.span.start < span.end;
  }

  private indexAfter(offset: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.edits[middle].span.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
