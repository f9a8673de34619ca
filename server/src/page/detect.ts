/*
 * Tells a newspaper page from other plain text by what only newspapers print: openings of reports, bylines, credits of
 * pictures, jump lines, the lines at the page's edge. Cheap, and so sure that an offer is no nuisance: one report copied
 * from somewhere is not enough, a page has several and more than one kind of sign.
 */

/** Read from the beginning, in UTF-16 units: several times the text of a broadsheet page's first column. */
const SAMPLE = 60_000;
/** Of the characters that are no space: below it, Chinese is not the language of the text. Code, logs and tables fall here. */
const MIN_HAN_SHARE = 0.5;
/** Signs in all, and different kinds of them. One report with a picture has two signs. */
const MIN_SIGNS = 3;
const MIN_KINDS = 2;

/** Each is matched on a line without its spaces, since pages are set with spaces in any place. Once a line counts. */
const SIGNS: readonly RegExp[] = [
  // 本报讯, 新华社北京2月18日电: the opening of a report
  /^[^，。]{0,6}(?:本[报報刊]|[\u4e00-\u9fff]{2,4}[报報])[讯訊](?:[（(]|[^员員息号號])|(?:新华社|新華社|中新社|中央社|本[报報])[^，。；]{0,14}[\d０-９一二三四五六七八九十]{1,3}[月⽉日⽇][^，。；]{0,6}[电電讯訊]/,
  // （记者 某某）, □ 本报记者 某某: a byline, alone or in a bracket that follows something else
  /[（(](?:本[报報])?(?:记者|記者|通讯员|通訊員)[\u4e00-\u9fff·、]{2,16}[）)]|^[□■○◎◇●◆口]?(?:本[报報]|新华社)(?:首席|见习|实习|特约)?(?:记者|記者|评论员|通讯员)[\u4e00-\u9fff·]{2,12}$/,
  // 本报记者 某某 摄: the credit of a picture
  /(?:记者|記者|通讯员|新华社发)[\u4e00-\u9fff·（(]{2,14}[摄攝][）)]?$/,
  // （下转4版）, （上接第一版）: a jump line
  /[（(](?:下转|下轉|上接|紧接)第?(?:[A-D]?[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})[版页頁]/,
  // 第4版, 2023年2月19日星期日: the folio
  /^第(?:\d{1,3}|[一二三四五六七八九十]{1,3})版|^(?:[A-D]?\d{1,2})?[12]\d{3}年\d{1,2}[月⽉]\d{1,2}[日⽇]星期[一二⼆三四五六日⽇天]/,
  // 责任编辑：某某, 国内统一连续出版物号: credits of the page, masthead
  /^(?:本版)?(?:责任编辑|责编|编辑|美编|校对|版式)[：:].{2,}|国内统一连续出版物号|国内统一刊号|邮发代号/,
];

/** Whether a text clearly is that of a newspaper page. */
export function looksLikePage(text: string): boolean {
  const counts = countSigns(text);
  return counts.length >= MIN_KINDS && counts.reduce((sum, count) => sum + count, 0) >= MIN_SIGNS;
}

/** Whether anything in a text speaks for a newspaper page: for whoever was told to take pages, and must not leave one out. */
export const hasSignOfPage = (text: string): boolean => countSigns(text).length > 0;

/** How often each kind of sign is there that is there at all; of a text that is not Chinese, none. */
function countSigns(text: string): number[] {
  const sample = text.slice(0, SAMPLE);
  if (hanShare(sample) < MIN_HAN_SHARE) return [];
  const counts = SIGNS.map(() => 0);
  for (const line of sample.split(/[\r\n\f]+/)) {
    const solid = line.replace(/[ \t\u3000]/g, '');
    SIGNS.forEach((sign, kind) => {
      if (sign.test(solid)) counts[kind]++;
    });
  }
  return counts.filter((count) => count > 0);
}

function hanShare(text: string): number {
  const solid = text.replace(/\s/g, '').length;
  return solid === 0 ? 0 : (text.match(/[\u2e80-\u2fd5\u3400-\u9fff]/g)?.length ?? 0) / solid;
}
