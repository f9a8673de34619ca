import type { NewspaperDocument, PlacedPage, Resources } from '../page/document';
import type { Message } from '../text/message';
import type { Edit, Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Group = 'encoding' | 'spacing' | 'layout' | 'punctuation' | 'character' | 'structure';

/** A: exact and safe, applied by "fix all" and on save. Q: one quick fix a place, and "fix all of this rule". R: for review only. */
export type FixClass = 'A' | 'Q' | 'R';

/** A repair as data. Edits do not overlap; spans are UTF-16 offsets in the page's text. */
export interface Fix {
  readonly class: 'A' | 'Q';
  readonly title: Message;
  readonly edits: readonly Edit[];
}

/** One finding. Spans are UTF-16 offsets in the page's text (run.ts moves them to the document's). */
export interface Finding {
  readonly rule: string;
  readonly span: Span;
  readonly message: Message;
  /** What spoke for it, a sentence each; shown on hover and in the rule's documentation link. */
  readonly evidence: readonly Message[];
  /** The first one is preferred; more than one where there are candidates to choose from. */
  readonly fixes: readonly Fix[];
}

/** What a person can set: house style. Every key has its default in settings.ts. */
export interface HouseStyle {
  /** A space between a digit or Latin letter and a Han character. */
  readonly digitSpace: 'remove' | 'keep';
  readonly fullWidthAlphanumeric: 'keep' | 'half';
  readonly dash: 'keep' | 'double';
}

/** A substitution that a person accepted once: `recognised` stood in the text where `written` was printed. */
export interface LearntPair {
  readonly written: string;
  readonly recognised: string;
}

export interface RuleContext {
  readonly document: NewspaperDocument;
  readonly placed: PlacedPage;
  readonly resources: Resources;
  readonly style: HouseStyle;
  readonly learntPairs: readonly LearntPair[];
}

export interface Rule {
  readonly id: string;
  readonly group: Group;
  readonly severity: Severity;
  readonly fixClass: FixClass;
  /** One line for tables and settings. */
  readonly summary: Message;
  check(context: RuleContext): Iterable<Finding>;
}
