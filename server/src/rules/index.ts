import { blankLinePadding } from './blank-line-padding';
import { compatibilityIdeograph } from './compatibility-ideograph';
import { controlCharacter } from './control-character';
import { dash } from './dash';
import { digitSpacing } from './digit-spacing';
import { ellipsis } from './ellipsis';
import { fullWidthAlphanumeric } from './full-width-alphanumeric';
import { halfWidthPunctuation } from './half-width-punctuation';
import { letterSpacing } from './letter-spacing';
import { markLookalike } from './mark-lookalike';
import { missingGlyph } from './missing-glyph';
import { mojibake } from './mojibake';
import { presentationForm } from './presentation-form';
import { radicalForm } from './radical-form';
import type { Rule } from './rule';
import { straySpace } from './stray-space';
import { unpairedMark } from './unpaired-mark';

/** All rules, by group. Where two fixes want the same place, the rule that stands first here goes first. */
export const rules: readonly Rule[] = [
  // encoding
  controlCharacter,
  radicalForm,
  compatibilityIdeograph,
  presentationForm,
  missingGlyph,
  mojibake,
  // spacing
  letterSpacing,
  digitSpacing,
  straySpace,
  blankLinePadding,
  // punctuation
  halfWidthPunctuation,
  markLookalike,
  fullWidthAlphanumeric,
  dash,
  ellipsis,
  unpairedMark,
];
