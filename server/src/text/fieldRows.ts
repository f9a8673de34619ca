import { isDigit, isLatin } from './characters';
import type { TextLine } from './lines';
import type { Span } from './span';
import { countIdeographs, foldedText, isIdeograph, tokensOf } from './tokens';

/*
 * Lines whose spaces part fields: rows of tables (1 江州海燕 30 21 5 4), folios (02 要闻), mastheads (… CN 42-0017 第18426号).
 * No sentence runs through them, so that no rule about the spaces of running text may speak of them.
 */

/** Marks of running text. A table has none of them, but for 、 in a cell, which is as rare as a row of text without any. */
const MARKS_OF_TEXT = '，。；！？、“”…';

/** Whether the spaces of a line part fields, told by the line itself. */
export function isFieldRow(text: string, tokens: readonly Span[]): boolean {
  if (tokens.length < 2 || hasMarkOfText(text, tokens)) return false;
  return (
    hasFiguresSideBySide(text, tokens) ||
    hasTimes(text, tokens) ||
    hasWordsApart(text, tokens) ||
    hasNumberedItems(text, tokens) ||
    endsWithDigits(text, tokens) ||
    isHeadOfTable(foldedText(text, tokens[0].start, tokens[tokens.length - 1].end)) ||
    isPageNumberAndName(text, tokens) ||
    saysWhatPaperItIs(text, tokens)
  );
}

function hasMarkOfText(text: string, tokens: readonly Span[]): boolean {
  for (let i = tokens[0].start; i < tokens[tokens.length - 1].end; i++)
    if (MARKS_OF_TEXT.includes(text[i])) return true;
  return false;
}

const FEWEST_TIMES = 2;

/** 07:00 朝闻天下 09:20 生活圈: a timetable, with each time on its own. */
function hasTimes(text: string, tokens: readonly Span[]): boolean {
  const times = tokens.filter((token) => isFigure(text, token) && text.slice(token.start + 1, token.end).includes(':'));
  return times.length >= FEWEST_TIMES;
}

/** Gaps between words, so many at least, part fields: wrapped text has one at most, behind 讯 or in a title. */
const FEWEST_GAPS = 2;

/** 王 明 男 汉族 1975年3月生 大学学历: words are apart where no figure stands between. */
function hasWordsApart(text: string, tokens: readonly Span[]): boolean {
  if (holdsByline(text, tokens)) return false;
  let gaps = 0;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [left, right] = [tokens[i], tokens[i + 1]];
    const single = left.end - left.start === 1 && right.end - right.start === 1;
    if (!single && isIdeograph(text.charCodeAt(left.end - 1)) && isIdeograph(text.charCodeAt(right.start))) gaps++;
  }
  return gaps >= FEWEST_GAPS;
}

/** （记者 杨 帆）到 21 世纪, （记者 林青山 卫: names are apart there, and text goes on in this line or the next. */
function holdsByline(text: string, tokens: readonly Span[]): boolean {
  const line = text.slice(tokens[0].start, tokens[tokens.length - 1].end);
  return line.includes('记者') || line.lastIndexOf('（') > line.lastIndexOf('）');
}

/** Such gaps between figures in a line, so many at least, leave no doubt. */
const FEWEST_GAPS_OF_FIGURES = 2;

/** 1 江州海燕 30 21 5 4: a row of a table beyond doubt, also for who must read recognised text, full of stray spaces. */
export function isRowOfFigures(text: string, tokens: readonly Span[]): boolean {
  let gaps = 0;
  for (let i = 0; i + 1 < tokens.length; i++) if (isFigure(text, tokens[i]) && isFigure(text, tokens[i + 1])) gaps++;
  return gaps >= FEWEST_GAPS_OF_FIGURES && hasFiguresSideBySide(text, tokens) && !hasMarkOfText(text, tokens);
}

/** 30 21, 0719 8651234, ≤2.2 28600: two figures with a space between. One digit beside another may be a number set apart. */
function hasFiguresSideBySide(text: string, tokens: readonly Span[]): boolean {
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [left, right] = [tokens[i], tokens[i + 1]];
    if (left.end - left.start === 1 && right.end - right.start === 1) continue;
    if (isFigure(text, left) && isFigure(text, right)) return true;
  }
  return false;
}

/** Digits and signs; a point at its border is that of a decimal number set apart. */
function isFigure(text: string, { start, end }: Span): boolean {
  if (text[start] === '.' || text[end - 1] === '.') return false;
  let digits = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isIdeograph(unit) || isLatin(unit)) return false;
    if (isDigit(unit)) digits++;
  }
  return digits > 0;
}

/** A number of so many digits set apart would have a unit behind it. */
const FEWEST_DIGITS = 3;

/** 第2023041期 6 0 8: digits, each alone, at the end of the line. */
function endsWithDigits(text: string, tokens: readonly Span[]): boolean {
  const last = tokens.slice(-FEWEST_DIGITS);
  return last.length === FEWEST_DIGITS && last.every((token) => token.end - token.start === 1 && isFigure(text, token));
}

/** What a rank, a building or a class is called behind its number; not 年 月 日, of which a line of text may have several. */
const NUMBERED = '名座组号栋楼班区等';
const FEWEST_ITEMS = 2;

/** 第 1 名 赵 静 第 2 名 刘 洋, A 座 B 座: a character alone, and the same word behind it, again and again. */
export function hasNumberedItems(text: string, tokens: readonly Span[]): boolean {
  const items = new Map<string, number>();
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [number, word] = [tokens[i], tokens[i + 1]];
    const unit = text.charCodeAt(number.start);
    if (number.end - number.start !== 1 || word.end - word.start !== 1 || !(isDigit(unit) || isLatin(unit))) continue;
    items.set(text[word.start], (items.get(text[word.start]) ?? 0) + 1);
  }
  return [...items].some(([word, count]) => NUMBERED.includes(word) && count >= FEWEST_ITEMS);
}

/** What the columns of tables are called, in two characters that are set apart to fill them. */
const HEADS = new Set(
  (
    '姓名 性别 年龄 民族 籍贯 学历 单位 职务 职称 职业 学校 班级 年级 编号 序号 名次 排名 球队 场次 积分 地址 电话 备注 ' +
    '成绩 金额 数量 单价 价格 品种 规格 日期 时间 地点 项目 名称 类别 等级 代码 简称 得分 奖项 部门 城市 地区 车次 票价'
  ).split(' '),
);

/** 姓 名 单 位 职 务: the head of a table, each word of it padded. Folded, without spaces. */
export function isHeadOfTable(characters: string): boolean {
  for (let i = 0; i < characters.length; i += 2) if (!HEADS.has(characters.slice(i, i + 2))) return false;
  return true;
}

const MOST_DIGITS_OF_A_PAGE = 2;
/** 要闻, 国际新闻: what a page is called; 62 个项目 on a line of its own is as good as never met. */
const LEAST_OF_A_NAME = 2;
const MOST_OF_A_NAME = 4;

/** 02 要闻, 要闻 02: the whole line. */
function isPageNumberAndName(text: string, tokens: readonly Span[]): boolean {
  if (tokens.length !== 2) return false;
  const [number, name] = isFigure(text, tokens[0]) ? tokens : [tokens[1], tokens[0]];
  const length = name.end - name.start;
  return (
    number.end - number.start <= MOST_DIGITS_OF_A_PAGE &&
    isFigure(text, number) &&
    length >= LEAST_OF_A_NAME &&
    length <= MOST_OF_A_NAME &&
    countIdeographs(text, name) === length
  );
}

/** Words of folios, mastheads and imprints. */
const PAPER =
  /[\u4e00-\u9fff][日晚晨早时周商快]报(?: |$)|周刊|星期[一二三四五六日天]|农历|国内统一|邮发代号|今日\d|责任?编辑?[:：]|校对|CN ?\d\d-\d{4}/;
/** Such a line is short: the longest hold a date, the weekday, the number of the issue and of the pages. */
const MOST_OF_A_FOLIO = 60;

function saysWhatPaperItIs(text: string, tokens: readonly Span[]): boolean {
  const [start, end] = [tokens[0].start, tokens[tokens.length - 1].end];
  return end - start <= MOST_OF_A_FOLIO && PAPER.test(text.slice(start, end));
}

/** Lines of the same shape that stand together, so many at least, are a table: two of text may look alike by chance. */
const FEWEST_ROWS = 2;
const FEWEST_FIELDS = 3;
/** Three fields, one of them a figure (全年 30 亿), are met in wrapped text: there it takes more rows. */
const FEWEST_ROWS_OF_THREE = 3;

/**
 * The lines (their numbers) that are rows of tables, as their neighbours tell: of as many fields each, with the same kinds of
 * field in the same places, and no mark of running text. The line above a table with as many fields is its head.
 */
export function tableLines(text: string, lines: readonly TextLine[]): ReadonlySet<number> {
  const shapes = lines.map((line) => shapeOf(text, tokensOf(text, line)));
  const found = new Set<number>();
  for (let first = 0; first < shapes.length; ) {
    let end = first + 1;
    while (end < shapes.length && shapes[first] !== '' && shapes[end] === shapes[first]) end++;
    if (isTable(shapes[first], end - first)) {
      for (let i = first; i < end; i++) found.add(lines[i].n);
      if (first > 0 && shapes[first - 1].length === shapes[first].length) found.add(lines[first - 1].n);
    }
    first = end;
  }
  return found;
}

/** A longer token is no name, and hardly the field of a list. */
const LONGEST_OF_A_LIST = 4;

/** 丁 宁 王 明 李小红, 张小红 赵 静 刘 洋: a row of nothing but names, as far as the row itself tells. */
function isRowOfShortWords(text: string, tokens: readonly Span[]): boolean {
  if (tokens.length < FEWEST_FIELDS) return false;
  return tokens.every((token) => {
    const length = token.end - token.start;
    return length <= LONGEST_OF_A_LIST && countIdeographs(text, token) === length;
  });
}

/**
 * The lines (their numbers) that stand for themselves: rows of tables, and neighbours that all look like rows of fields or of
 * names. Lines of single characters alone may be letter-spaced text: a list has a longer word somewhere.
 */
export function listedLines(text: string, lines: readonly TextLine[]): ReadonlySet<number> {
  const found = new Set(tableLines(text, lines));
  const rows = lines
    .map((line) => ({ n: line.n, tokens: tokensOf(text, line) }))
    .filter(({ tokens }) => tokens.length > 0);
  const isListed = rows.map(({ tokens }) => isFieldRow(text, tokens) || isRowOfShortWords(text, tokens));
  for (let first = 0; first < rows.length; ) {
    let end = first + 1;
    while (end < rows.length && isListed[first] && isListed[end]) end++;
    const list = rows.slice(first, end);
    const hasWord = list.some(({ tokens }) => tokens.some((token) => token.end - token.start > 1));
    if (list.length >= FEWEST_ROWS && hasWord) for (const { n } of list) found.add(n);
    first = end;
  }
  return found;
}

const isTable = (shape: string, rows: number): boolean =>
  shape.includes(FIGURE) && rows >= (shape.length > FEWEST_FIELDS ? FEWEST_ROWS : FEWEST_ROWS_OF_THREE);

const FIGURE = 'f';
const WORD = 'w';

/** A letter for each field of a line; empty where it has too few, or is running text. Characters apart are one field: 王 明. */
function shapeOf(text: string, tokens: readonly Span[]): string {
  if (tokens.length < FEWEST_FIELDS || hasMarkOfText(text, tokens)) return '';
  let shape = '';
  let single = false;
  for (const token of tokens) {
    const alone = token.end - token.start === 1 && countIdeographs(text, token) === 1;
    if (!(alone && single)) shape += holdsDigit(text, token) ? FIGURE : WORD;
    single = alone && !single;
  }
  return shape.length < FEWEST_FIELDS ? '' : shape;
}

function holdsDigit(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}

const COUNTERS = '年月日时分秒版期号页届名';

/**
 * Whether the gap belongs to one field even in such a row: 2023 年 2 月, 第 4 版.
 */
export function isInsideField(text: string, left: Span, right: Span): boolean {
  const [before, after] = [left.end - 1, right.start];
  if (isDigit(text.charCodeAt(before)) && COUNTERS.includes(text[after]))
    return right.end - right.start === 1 || !isIdeograph(text.charCodeAt(after + 1));
  return isDigit(text.charCodeAt(after)) && (text[before] === '第' || '年月'.includes(text[before]));
}
