/*
 * Writes the learnt tables the way the recogniser reads them.
 */
import { writeFileSync } from 'node:fs';
import type { Weights, WeightTable } from '../../server/src/page/weights';

export const GENERATED = 'server/src/page/weights.generated.ts';

/** Weights below this are left out of the table. */
const LEAST = 0.03;

export function writeTables(weights: Weights): void {
  const lines = [
    '// Written by scripts/recognition from annotated pages; do not edit. Log-odds by the name of the evidence.',
    "import type { Weights } from './weights';",
    '',
    `export const weights: Weights = ${JSON.stringify(round(weights), null, 2)};`,
    '',
  ];
  writeFileSync(GENERATED, lines.join('\n'));
}

/** Two decimals, names sorted; what weighs next to nothing is left out. */
function round(node: unknown): unknown {
  const entries = Object.entries(node as Record<string, unknown>);
  if (entries.every(([, value]) => typeof value === 'number')) return tidy(node as WeightTable);
  return Object.fromEntries(entries.map(([name, value]) => [name, round(value)]));
}

function tidy(table: WeightTable): WeightTable {
  return Object.fromEntries(
    Object.entries(table)
      .filter(([name, weight]) => name === 'bias' || Math.abs(weight) >= LEAST)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, weight]) => [name, Math.round(weight * 100) / 100]),
  );
}
