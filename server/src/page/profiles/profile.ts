import type { Words } from './words';

/**
 * What a newspaper tradition prints in its fixed forms, as data. One file a tradition; the forms read it and know no word
 * themselves. All texts are in the shape of `Scan`: no spaces, ( ) for round brackets, [ ] for square ones, / and : half-width.
 */
export interface Profile {
  /** BCP 47: zh-Hans, zh-Hant. */
  readonly id: string;

  /** Marks that open a byline of its own line: □ ■ ◎ … */
  readonly bylineMarkers: string;
  /** Han or Latin characters that OCR reads for a marker. They also begin wrapped lines: good only for a whole line. */
  readonly markerLookalikes: string;
  /** What stands before a role: 本报 新华社. Longest first is not needed. */
  readonly organs: Words;
  /** Endings of organs that no list holds: 解放军报, 中央人民广播电台. */
  readonly organEndings: Words;
  /** 首席 见习 实习 特约 … */
  readonly ranks: Words;
  /** 驻 as in 本报驻美国记者. */
  readonly posted: string;
  readonly roles: Words;
  /** Words behind the names that close a byline in running text: 报道. */
  readonly reports: Words;
  /** Bracketed closings that are no names: 编者 全文另发 上 下 … */
  readonly notNames: Words;
  /** Endings of organisations and of descriptions; what ends so is no person. */
  readonly notNameEndings: Words;
  /** Endings of organisations that end names too (社 会 月): what ends so and has more than three characters is no person. */
  readonly longNotNameEndings: Words;
  /** … and those that a short name without a surname is none with: 出版社, 县委办. */
  readonly bodyEndings: Words;
  /** Words anywhere in a bracket that make it no byline: 系 来源 转自. */
  readonly notBylineWords: Words;
  /** 作者 文 图 摄影 …: the label of X in 作者:X, 文/X. */
  readonly labels: Words;
  /** Labels whose bearer need not be a person: 来源. */
  readonly sources: Words;
  /** 整理 编译 …: what closes X整理, 制图. */
  readonly works: Words;

  readonly agencies: Words;
  /** Endings of papers and agencies that no list holds: 日报 晚报. */
  readonly agencyEndings: Words;
  /** 据 另据 以上均据 */
  readonly agencyPrefixes: Words;
  /** Those of them that stand behind what they date, for it is several texts: 以上均据. */
  readonly closingPrefixes: Words;
  /** What closes a signed dateline behind its place: 報導. */
  readonly signedReports: Words;
  /** Endings of desks that sign for a reporter: 中心. */
  readonly desks: Words;
  /** Kinds of a dateline: remote and local. */
  readonly wire: string;
  readonly local: string;
  /** What may stand before 电: 专电, 体育专电. */
  readonly special: Words;
  readonly month: string;
  readonly day: Words;
  /** 报: the last character of a paper's short name before 讯. */
  readonly paperSign: string;
  /** Openings of a local story without place or date: 本报讯. */
  readonly leads: Words;
  /** What makes another word of the wire's character: 电话, 电视. */
  readonly notBehindWire: string;
  /** Characters that make another word of 讯: 讯息 讯员 讯号. */
  readonly notBehindLead: string;

  /** 摄 and what stands for it. */
  readonly shot: Words;
  /** 画 绘: a drawing's credit; in brackets only. */
  readonly drawn: Words;
  /** OCR's reading of `shot` at a line's end behind an organ, a role and names. */
  readonly shotLookalikes: string;
  /** Credits without a person: 资料图片 人民视觉. */
  readonly pictureSources: Words;
  /** What stands before a picture's author: 图/ 摄影: 本版图片均由. */
  readonly pictureLabels: Words;
  /** Openings of a caption: 图为 上图 … */
  readonly captionCues: Words;
  /** Those of them that stand behind a sentence of the caption as well, which a line's end may come to part. */
  readonly cuesInside: Words;
  /** Marks that point from a caption to its picture. */
  readonly captionMarks: string;

  readonly jumpTo: Words;
  readonly jumpFrom: Words;
  /** 版 of 第4版; the word for a page. */
  readonly page: Words;

  readonly weekdays: Words;
  /** 农历 … and other words of a folio line. */
  readonly folioWords: Words;
  /** Words before a number of pages that is no page's number: 今日8版. */
  readonly pageCounts: readonly string[];
  readonly paperEndings: Words;
  readonly sections: Words;
  readonly mastheadWords: Words;
  readonly editors: Words;
  readonly contacts: Words;
  readonly notices: Words;
  readonly standingHeads: Words;
  /** Endings of standing heads that no list holds: 河州时评, 百姓视点. */
  readonly standingHeadEndings: Words;
}
