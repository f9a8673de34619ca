import fc from 'fast-check';

/*
 * Pages that a generator makes: stories of random structure, as a marked-up page and as raw text laid out in columns and
 * damaged in known ways. All of it is invented.
 */

export interface MadeStory {
  readonly kicker: string | null;
  readonly headline: string;
  readonly deck: string | null;
  readonly byline: { readonly role: string; readonly names: readonly string[] } | null;
  readonly paragraphs: readonly { readonly text: string; readonly subhead: boolean }[];
  readonly caption: string | null;
  readonly jump: string | null;
}

/** How a page's raw text was laid out and damaged. */
export interface Layout {
  /** Characters a full line. */
  readonly measure: number;
  readonly columns: number;
  /** Lines of all columns in turn, as some extractors give them; else column after column. */
  readonly interleaved: boolean;
  readonly eol: '\n' | '\r\n';
  readonly letterSpacedTitles: boolean;
  readonly doubledTitles: boolean;
  /** Headlines from top to bottom, each of their characters read along with the row beside it. */
  readonly titlesBeside: boolean;
  readonly radicalForms: boolean;
  readonly digitSpaces: boolean;
  /** Columns side by side in one line, as extractors give them that keep the layout. */
  readonly glued: boolean;
  /** Where the byline stands: on a line of its own, behind the lead, or in brackets at the story's end. */
  readonly bylines: 'own' | 'lead' | 'tail';
}

const SUBJECTS = [
  '清河水库',
  '城东大桥',
  '市第二中学',
  '柳林村合作社',
  '新区图书馆',
  '南山林场',
  '老街茶馆',
  '铁路货场',
];
const TIMES = ['今天', '去年秋天', '入冬以来', '3月15日', '三年前', '每逢周末'];
const DEEDS = [
  '完成了第一期工程',
  '接待了来自邻县的客人',
  '换上了节能的路灯',
  '收到了20封感谢信',
  '开始试运行',
  '种下5000棵树苗',
];
const RESULTS = [
  '居民都说方便多了',
  '受到各方好评',
  '比往年提前了两个月',
  '费用下降了12.5%',
  '前后用了不到半年',
  '为下一步打下了基础',
];
const MARKS = ['，', '，', '；'];
const NAMES = ['林舟', '周晓岚', '贺文清', '欧阳锦', '唐一鸣', '许可'];
const ROLES = ['本报记者', '记者', '本报通讯员'];

const pick = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

const sentence = fc
  .tuple(pick(SUBJECTS), pick(TIMES), pick(DEEDS), pick(MARKS), pick(RESULTS))
  .map(([subject, time, deed, mark, result]) => `${subject}${time}${deed}${mark}${result}。`);

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(''));

/** Text that Markdown would take for something else. */
const trap = fc.constantFrom(
  '# 不是标题',
  '1. 第一条',
  '- 一项',
  '*星号*',
  '---',
  '![图](b)',
  '> 引',
  '<b>粗</b>',
  '`码`',
  '\\',
  '2) 二',
  'a_b_c &amp; [x](y)',
  '字 <!-- body -->',
  '### 三',
  '~~~',
);

const headline = fc.tuple(pick(SUBJECTS), pick(DEEDS)).map(([subject, deed]) => `${subject}${deed}`);

const storyOf = (traps: number): fc.Arbitrary<MadeStory> =>
  fc.record({
    kicker: fc.option(pick(['民生实事看进展', '记者走基层']), { nil: null }),
    headline,
    deck: fc.option(pick(['——来自清河两岸的报道', '居民出行不再绕路']), { nil: null }),
    byline: fc.option(
      fc.record({ role: pick(ROLES), names: fc.uniqueArray(pick(NAMES), { minLength: 1, maxLength: 2 }) }),
      { nil: null },
    ),
    paragraphs: fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: paragraph.map((text) => ({ text, subhead: false })) },
          { weight: 1, arbitrary: pick(['三年建成', '从无到有', '未来可期']).map((text) => ({ text, subhead: true })) },
          { weight: traps, arbitrary: trap.map((text) => ({ text, subhead: false })) },
        ),
        { minLength: 1, maxLength: 6 },
      )
      .filter((paragraphs) => !paragraphs[0].subhead && !(paragraphs.at(-1)?.subhead ?? true)),
    caption: fc.option(pick(['图为建成后的城东大桥。 林舟 摄', '图为[试运行]的水库*闸门*。 本报记者 许可 摄']), {
      nil: null,
    }),
    jump: fc.option(pick(['4', 'A8']), { nil: null }),
  });

/** A story, some of whose paragraphs look like Markdown. */
export const madeStory = storyOf(1);
/** A story as papers print it. In raw text the others would be marks. */
export const plainStory = storyOf(0);

export const layout: fc.Arbitrary<Layout> = fc.record({
  measure: fc.integer({ min: 12, max: 24 }),
  columns: fc.integer({ min: 1, max: 3 }),
  interleaved: fc.boolean(),
  eol: fc.constantFrom('\n' as const, '\r\n' as const),
  letterSpacedTitles: fc.boolean(),
  doubledTitles: fc.boolean(),
  titlesBeside: fc.boolean(),
  radicalForms: fc.boolean(),
  digitSpaces: fc.boolean(),
  glued: fc.boolean(),
  bylines: fc.constantFrom('own' as const, 'own' as const, 'lead' as const, 'tail' as const),
});

/** The stories as raw text: each set to the measure, the columns in the order the extractor chose. */
export function rawPage(stories: readonly MadeStory[], how: Layout): string {
  const columns: string[][] = Array.from({ length: how.columns }, () => []);
  for (const [i, story] of stories.entries()) columns[i % how.columns].push(...rawLines(story, how), '');
  const lines = how.glued ? sideBySide(columns, how) : how.interleaved ? inTurn(columns) : columns.flat();
  return lines.map((line) => damaged(line, how) + how.eol).join('');
}

function rawLines(story: MadeStory, how: Layout): string[] {
  const title = (text: string | null): string[] => {
    if (text === null) return [];
    const set = how.letterSpacedTitles ? [...text].join(' ') : text;
    return how.doubledTitles ? [set, set] : [set];
  };
  const body = bodyLines(story, how);
  const beside = how.titlesBeside && !how.interleaved && body.length >= story.headline.length;
  const byline = story.byline && how.bylines === 'own' ? [`□ ${signatureOf(story.byline)}`] : [];
  return [
    ...title(story.kicker),
    ...(beside ? [] : title(story.headline)),
    ...title(story.deck),
    ...byline,
    ...(beside ? withHeadline(story.headline, body) : body),
    ...(story.caption === null ? [] : ['', ...wrapped(story.caption, how.measure)]),
  ];
}

const signatureOf = ({ role, names }: NonNullable<MadeStory['byline']>): string => `${role} ${names.join(' ')}`;

const bodyLines = (story: MadeStory, how: Layout): string[] =>
  story.paragraphs.flatMap(({ text, subhead }, i) => {
    if (subhead) return [text];
    const isLast = i === story.paragraphs.length - 1;
    const { byline } = story;
    const lead = byline && how.bylines === 'lead' && i === 0 ? `本报讯（${signatureOf(byline)}）` : '';
    const tail = byline && how.bylines === 'tail' && isLast ? `（${signatureOf(byline)}）` : '';
    const jump = story.jump !== null && isLast ? `（下转${story.jump}版）` : '';
    return wrapped(`　　${lead}${text}${tail}${jump}`, how.measure);
  });

/** The characters of a vertical headline before the first lines beside it. */
const withHeadline = (headline: string, lines: readonly string[]): string[] =>
  lines.map((line, n) => (n < headline.length ? `${headline[n]} ${line.trimStart()}` : line));

function wrapped(text: string, measure: number): string[] {
  const units = [...text];
  const lines: string[] = [];
  for (let i = 0; i < units.length; i += measure) lines.push(units.slice(i, i + measure).join(''));
  return lines;
}

function inTurn(columns: readonly (readonly string[])[]): string[] {
  const lines: string[] = [];
  for (let i = 0; columns.some((column) => i < column.length); i++) {
    for (const column of columns) if (i < column.length && column[i] !== '') lines.push(column[i]);
  }
  return lines;
}

/** The lines of the columns beside one another, each in its place. */
function sideBySide(columns: readonly (readonly string[])[], how: Layout): string[] {
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, i) =>
    columns
      .map((column) => column[i] ?? '')
      .map((line) => line + ' '.repeat(2 * Math.max(0, how.measure - line.length) + 4))
      .join('')
      .trimEnd(),
  );
}

/** Marks as a person may set them, whole and half-written, and comments for a line's end. */
const MARK_LINES = [
  '---',
  '# 手写的标题',
  '## 手写的小标题',
  '*引题*\n# 另一篇\n*副题*',
  '![图为大桥。](a.jpg)',
  '#',
  '![',
  '*',
];
const LINE_ENDS = ['body', 'byline', 'join', 'title', 'notice', 'noise', 'signed', 'plain', 'jump: 4', 'signed: 林舟'];

/** A text with marks put into it: before a line, or at its end. */
export const marksIn = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.boolean(), fc.nat(9)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((marks) => {
      const lines = text.split('\n');
      for (const [where, before, which] of marks) {
        const at = Math.floor(where * lines.length);
        if (before) lines.splice(at, 0, MARK_LINES[which % MARK_LINES.length]);
        else if (lines[at].trim() !== '') lines[at] = `${lines[at].trimEnd()} <!-- ${LINE_ENDS[which]} -->`;
      }
      return lines.join('\n');
    });

function damaged(line: string, how: Layout): string {
  const radicals = how.radicalForms ? line.replaceAll('日', '⽇').replaceAll('大', '⼤').replaceAll('人', '⼈') : line;
  return how.digitSpaces ? radicals.replace(/(\d)(月|日|封|棵)/g, '$1 $2') : radicals;
}
