import { badlyRecognisedPage } from './badly-recognised-page';
import { blankLinePadding } from './blank-line-padding';
import { brokenName } from './broken-name';
import { compatibilityIdeograph } from './compatibility-ideograph';
import { confusableCharacter } from './confusable-character';
import { controlCharacter } from './control-character';
import { dash } from './dash';
import { digitLookalike } from './digit-lookalike';
import { digitSpacing } from './digit-spacing';
import { displacedHeadline } from './displaced-headline';
import { doubledText } from './doubled-text';
import { duplicateParagraph } from './duplicate-paragraph';
import { ellipsis } from './ellipsis';
import { fullWidthAlphanumeric } from './full-width-alphanumeric';
import { garbageLine } from './garbage-line';
import { halfWidthPunctuation } from './half-width-punctuation';
import { hardWrap } from './hard-wrap';
import { inconsistentDate } from './inconsistent-date';
import { letterSpacing } from './letter-spacing';
import { lineStartMark } from './line-start-mark';
import { markLookalike } from './mark-lookalike';
import { mergedColumns } from './merged-columns';
import { missingGlyph } from './missing-glyph';
import { missingHeadline } from './missing-headline';
import { mojibake } from './mojibake';
import { orphanHeadline } from './orphan-headline';
import { presentationForm } from './presentation-form';
import { radicalForm } from './radical-form';
import type { Rule } from './rule';
import { straySpace } from './stray-space';
import { truncatedArticle } from './truncated-article';
import { unpairedMark } from './unpaired-mark';
import { unresolvedJump } from './unresolved-jump';
import { verticalText } from './vertical-text';

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
  // layout
  doubledText,
  verticalText,
  brokenName,
  mergedColumns,
  displacedHeadline,
  lineStartMark,
  hardWrap,
  // punctuation
  halfWidthPunctuation,
  markLookalike,
  fullWidthAlphanumeric,
  dash,
  ellipsis,
  unpairedMark,
  // character
  confusableCharacter,
  digitLookalike,
  garbageLine,
  badlyRecognisedPage,
  // structure
  missingHeadline,
  orphanHeadline,
  truncatedArticle,
  unresolvedJump,
  inconsistentDate,
  duplicateParagraph,
];
