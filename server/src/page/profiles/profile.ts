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
  readonly organs: readonly string[];
  /** Endings of organs that no list holds: 解放军报, 中央人民广播电台. */
  readonly organEndings: readonly string[];
  /** 首席 见习 实习 特约 … */
  readonly ranks: readonly string[];
  /** 驻 as in 本报驻美国记者. */
  readonly posted: string;
  readonly roles: readonly string[];
  /** Words behind the names that close a byline in running text: 报道. */
  readonly reports: readonly string[];
  /** Bracketed closings that are no names: 编者 全文另发 上 下 … */
  readonly notNames: readonly string[];
  /** Endings of organisations and of descriptions; what ends so is no person. */
  readonly notNameEndings: readonly string[];
  /** Words anywhere in a bracket that make it no byline: 系 来源 转自. */
  readonly notBylineWords: readonly string[];
  /** 作者 文 图 摄影 …: the label of X in 作者:X, 文/X. */
  readonly labels: readonly string[];
  /** 整理 编译 …: what closes X整理, 制图. */
  readonly works: readonly string[];

  readonly agencies: readonly string[];
  /** Endings of papers and agencies that no list holds: 日报 晚报. */
  readonly agencyEndings: readonly string[];
  /** 据 另据 以上均据 */
  readonly agencyPrefixes: readonly string[];
  /** Kinds of a dateline: remote and local. */
  readonly wire: string;
  readonly local: string;
  /** 专 as in 专电. */
  readonly special: string;
  readonly month: string;
  readonly day: readonly string[];
  /** Openings of a local story without place or date: 本报讯. */
  readonly leads: readonly string[];

  /** 摄 and what stands for it. */
  readonly shot: readonly string[];
  /** 画 绘: a drawing's credit; in brackets only. */
  readonly drawn: readonly string[];
  /** OCR's reading of `shot` at a line's end behind an organ, a role and names. */
  readonly shotLookalikes: string;
  /** Credits without a person: 资料图片 人民视觉. */
  readonly pictureSources: readonly string[];
  /** Openings of a caption: 图为 上图 … */
  readonly captionCues: readonly string[];
  /** Marks that point from a caption to its picture. */
  readonly captionMarks: string;

  readonly jumpTo: readonly string[];
  readonly jumpFrom: readonly string[];
  /** 版 of 第4版; the word for a page. */
  readonly page: readonly string[];

  readonly weekdays: readonly string[];
  /** 农历 … and other words of a folio line. */
  readonly folioWords: readonly string[];
  readonly paperEndings: readonly string[];
  readonly sections: readonly string[];
  readonly mastheadWords: readonly string[];
  readonly editors: readonly string[];
  readonly contacts: readonly string[];
  readonly notices: readonly string[];
  readonly standingHeads: readonly string[];

  /** Opening and closing quotation marks of the vertical setting, and what they are in a horizontal line. */
  readonly verticalMarks: ReadonlyMap<string, string>;
}
