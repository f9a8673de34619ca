import { isHan } from '../../server/src/text/characters';

/** Lines that differ more than this (edits by length) are not the same line: nothing in them can be aligned. */
const MAX_DIFFERENCE = 0.4;

/**
 * The Han characters of a text that its clean version does not have at their place, by offset: the character that stands
 * there instead where a stretch of the line was replaced one for one, else ''. Both texts have the same lines.
 */
export function wrongCharacters(text: string, clean: string): Map<number, string> {
  const wrong = new Map<number, string>();
  const cleanLines = clean.split('\n');
  let start = 0;
  text.split('\n').forEach((line, n) => {
    const cleanLine = cleanLines[n] ?? '';
    if (line !== cleanLine) alignLine(line, cleanLine, (at, written) => wrong.set(start + at, written));
    start += line.length + 1;
  });
  return wrong;
}

function alignLine(line: string, clean: string, take: (at: number, written: string) => void): void {
  const distances = editDistances(line, clean);
  const alike = distances[line.length][clean.length] <= MAX_DIFFERENCE * Math.max(line.length, clean.length);
  let [i, j] = [line.length, clean.length];
  let replaced: number[] = [];
  let by: number[] = [];
  const close = (): void => {
    const oneForOne = alike && replaced.length === by.length;
    replaced.forEach((at, k) => {
      if (!isHan(line.charCodeAt(at))) return;
      take(at, oneForOne && isHan(clean.charCodeAt(by[k])) ? clean[by[k]] : '');
    });
    replaced = [];
    by = [];
  };
  while (i > 0 || j > 0) {
    const here = distances[i][j];
    if (i > 0 && j > 0 && line[i - 1] === clean[j - 1] && here === distances[i - 1][j - 1]) {
      close();
      i--;
      j--;
    } else if (i > 0 && j > 0 && here === distances[i - 1][j - 1] + 1) {
      replaced.push(--i);
      by.push(--j);
    } else if (i > 0 && here === distances[i - 1][j] + 1) replaced.push(--i);
    else by.push(--j);
  }
  close();
}

function editDistances(a: string, b: string): number[][] {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, rows[i - 1][j] + 1, row[j - 1] + 1));
    }
    rows.push(row);
  }
  return rows;
}
