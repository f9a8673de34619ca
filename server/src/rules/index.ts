import { compatibilityIdeograph } from './compatibility-ideograph';
import { controlCharacter } from './control-character';
import { missingGlyph } from './missing-glyph';
import { presentationForm } from './presentation-form';
import { radicalForm } from './radical-form';
import type { Rule } from './rule';

/** All rules, by group. Where two fixes want the same place, the rule that stands first here goes first. */
export const rules: readonly Rule[] = [
  // encoding
  controlCharacter,
  radicalForm,
  compatibilityIdeograph,
  presentationForm,
  missingGlyph,
];
