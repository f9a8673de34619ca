/*
 * Measures the forms against pages with known truth: npx tsx scripts/measure-forms.ts [--list FORM] [--only REGEX] [DIR…]
 * Prints precision, recall and F1 by form and extractor; --list prints what was missed and what is no form.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Form, findForms, formLines } from '../server/src/page/forms';
import { chooseProfile } from '../server/src/page/profiles/choose';
import { splitLines } from '../server/src/text/lines';

interface Truth {
  readonly engine: string;
  readonly lines: readonly { readonly n: number; readonly role: string; readonly roles?: readonly string[] }[];
  readonly articles: readonly {
    readonly byline?: readonly { readonly names: readonly string[]; readonly pos: string }[];
    readonly dateline?: { readonly text: string } | null;
    readonly jump?: { readonly kind: string; readonly page: number } | null;
    readonly jumpLine?: number | null;
    readonly captions?: readonly { readonly names?: readonly string[] }[];
    readonly captionLines?: readonly (readonly number[])[];
  }[];
}

interface Count {
  right: number;
  missed: number;
  wrong: number;
}

/** A form below this is not printed by the recogniser without other evidence. */
const SHOWN = 0.5;
const args = process.argv.slice(2);
const option = (name: string): string | undefined =>
  args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : undefined;
const list = option('--list');
const only = new RegExp(option('--only') ?? '');
const folders = args.length > 0 ? args : ['../shared/pages'];

const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[·・•]/g, '.')
    .replace(/[()]/g, '');

/** Whether two texts differ by at most `share` of their characters (edit distance over the longer one). */
function near(a: string, b: string, share: number): boolean {
  const [x, y] = [[...a], [...b]];
  let row = y.map((_, j) => j + 1);
  row.unshift(0);
  x.forEach((c, i) => {
    const next = [i + 1];
    for (let j = 1; j <= y.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (c === y[j - 1] ? 0 : 1)));
    row = next;
  });
  return row[y.length] <= share * Math.max(x.length, y.length);
}

const sameName = (a: string, b: string, ocr: boolean): boolean =>
  b
    .split('|')
    .some((one) => a === one || (ocr && one.length >= 2 && near(a, one, 1.01 / Math.max(a.length, one.length))));

const counts = new Map<string, Count>();
const notes: string[] = [];

function add(
  form: string,
  engine: string,
  right: number,
  missed: readonly string[],
  wrong: readonly string[],
  page: string,
): void {
  for (const key of [`${form} ${engine}`, `${form} ALL`]) {
    const count = counts.get(key) ?? { right: 0, missed: 0, wrong: 0 };
    count.right += right;
    count.missed += missed.length;
    count.wrong += wrong.length;
    counts.set(key, count);
  }
  if (list !== form) return;
  for (const text of missed) notes.push(`${page} missed ${text}`);
  for (const text of wrong) notes.push(`${page} WRONG  ${text}`);
}

/** Pairs off predicted and true ones; optional true ones may be met but are not asked for. */
function pairOff(
  predicted: readonly string[],
  wanted: readonly string[],
  optional: readonly string[],
  same: (a: string, b: string) => boolean,
) {
  const used = new Set<number>();
  const take = (truth: string): boolean => {
    const at = predicted.findIndex((p, i) => !used.has(i) && same(p, truth));
    if (at >= 0) used.add(at);
    return at >= 0;
  };
  const missed = wanted.filter((truth) => !take(truth));
  for (const truth of optional) take(truth);
  return { right: wanted.length - missed.length, missed, wrong: predicted.filter((_, i) => !used.has(i)) };
}

function measure(folder: string, name: string): void {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  const truth: Truth = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const engine = truth.engine.split(' ')[0];
  const ocr = /tess|lineocr/.test(truth.engine);
  const lines = splitLines(text);
  const forms = findForms(formLines(text, lines), chooseProfile(text)).filter(({ score }) => score >= SHOWN);
  const of = <K extends Form['kind']>(...kinds: K[]): Extract<Form, { kind: K }>[] =>
    forms.filter((form): form is Extract<Form, { kind: K }> => (kinds as string[]).includes(form.kind));
  const report = (form: string, result: ReturnType<typeof pairOff>): void =>
    add(form, engine, result.right, result.missed, result.wrong, name);

  const bylines = truth.articles.flatMap(({ byline }) => byline ?? []);
  const names = (inline: boolean): string[] =>
    bylines.filter(({ pos }) => (pos === 'inline') === inline).flatMap((b) => b.names.map(compact));
  const found = of('byline').flatMap(({ parts, lines: at }) =>
    parts.flatMap((part) => part.names.map((p) => `${compact(p.name)}@${at[0]}`)),
  );
  report(
    'byline',
    pairOff(found, names(false), names(true), (a, b) => sameName(a.split('@')[0], b, ocr)),
  );

  const datelines = truth.articles.flatMap(({ dateline }) => (dateline ? [compact(dateline.text)] : []));
  report(
    'dateline',
    pairOff(
      of('dateline').map((d) => `${compact(d.text)}@${d.lines[0]}`),
      datelines,
      [],
      (a, b) => {
        const own = a.split('@')[0];
        return own.includes(b) || (own.length >= 5 && b.includes(own)) || (ocr && near(own, b, 0.25));
      },
    ),
  );

  const jumps = truth.articles.flatMap(({ jump, jumpLine }) =>
    jump && jumpLine != null ? [`${jump.kind} ${jump.page}`] : [],
  );
  report(
    'jump',
    pairOff(
      of('jump', 'continued').map((j) => `${j.kind === 'jump' ? 'to' : 'from'} ${j.page}@${j.lines[0]}`),
      jumps,
      [],
      (a, b) => a.split('@')[0] === b,
    ),
  );

  const credits = of('caption-credit');
  const groups = truth.articles.flatMap(({ captionLines, captions }) =>
    (captionLines ?? [])
      .map((group, i) => ({ group, credited: (captions?.[i]?.names ?? []).length > 0 }))
      .filter(({ group }) => group.length > 0),
  );
  const meets = (group: readonly number[], at: readonly number[]): boolean => at.some((n) => group.includes(n));
  const missedGroups = groups.filter(({ group, credited }) => credited && !credits.some((c) => meets(group, c.lines)));
  const wrongCredits = credits.filter((c) => !groups.some(({ group }) => meets(group, c.lines)));
  add(
    'caption',
    engine,
    groups.filter(({ credited }) => credited).length - missedGroups.length,
    missedGroups.map(({ group }) => `${group.join(',')} ${text.split('\n')[group[group.length - 1]]}`),
    wrongCredits.map((c) => `${c.lines.join(',')} ${text.slice(c.span.start, c.span.end)}`),
    name,
  );

  const byLine = (form: string, roles: readonly string[], kinds: readonly Form['kind'][]): void => {
    const at = new Set(of(...(kinds as Form['kind'][])).flatMap((f) => [...f.lines]));
    const has = (line: Truth['lines'][number]): boolean =>
      roles.includes(line.role) || (line.roles ?? []).some((r) => roles.includes(r));
    const show = (n: number): string => `${n} ${text.split('\n')[n]}`;
    const wanted = truth.lines.filter(has).map(({ n }) => n);
    report(
      form,
      pairOff([...at].map(show), wanted.map(show), [], (a, b) => a === b),
    );
  };
  byLine('lead', ['lead'], ['lead']);
  byLine('furniture', ['folio'], ['folio', 'masthead', 'credit']);
}

for (const folder of folders.filter((f) => existsSync(f))) {
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.json') && only.test(file)) measure(folder, file.slice(0, -'.json'.length));
  }
}
for (const note of notes) console.log(note);
console.log('form and extractor'.padEnd(26), 'right missed wrong     P     R    F1');
for (const [key, { right, missed, wrong }] of [...counts].sort(([a], [b]) => a.localeCompare(b))) {
  const share = (part: number, whole: number): string => (whole === 0 ? '  -  ' : (part / whole).toFixed(3));
  const f1 = share(2 * right, 2 * right + missed + wrong);
  console.log(
    key.padEnd(26),
    String(right).padStart(5),
    String(missed).padStart(6),
    String(wrong).padStart(5),
    share(right, right + wrong),
    share(right, right + missed),
    f1,
  );
}
