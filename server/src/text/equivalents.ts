/*
 * Characters that extractors write in place of another one with the same shape: radical forms, compatibility
 * ideographs, marks in their vertical form, full-width letters and digits. Own tables: NFKC maps 2 of the 115
 * characters of Radicals Supplement, turns full-width marks into ASCII and ︐ into an ASCII comma.
 */

/**
 * CJK Radicals Supplement, U+2E80 to U+2EF3, sixteen to a row. U+2E9A is unassigned: a space here.
 * The form that has the same strokes is taken (⺡ is 氵, not 水), so that a printed page keeps what it printed.
 */
const SUPPLEMENT_START = 0x2e80;
const SUPPLEMENT = [
  ...'冫厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣',
  ...'尢𡯂巳幺彑彐忄㣺扌攵 旡日月歺母',
  ...'民氵氺灬爫爫丬𠂒犭王𤴔罒示礻𥫗糹',
  ...'纟罓罒㓁冂𦉫𦍌羊羋耂肀𦘒月𦥑艹艹',
  ...'艹虎衤覀西见角角讠贝𧾷车辶辶辶阝',
  ...'钅長镸长门𨸏阝雨青韦页风飞食𩙿飠',
  ...'饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜',
  ...'龙龜亀龟',
];

/** Kangxi Radicals, U+2F00 to U+2FD5: the ideograph each stands for. Where two share a shape, the simplified one (⼾ is 户). */
const KANGXI_START = 0x2f00;
const KANGXI = [
  ...'一丨丶丿乙亅二亠人儿入八冂冖冫几',
  ...'凵刀力勹匕匚匸十卜卩厂厶又口囗土',
  ...'士夂夊夕大女子宀寸小尢尸屮山巛工',
  ...'己巾干幺广廴廾弋弓彐彡彳心戈户手',
  ...'支攴文斗斤方无日曰月木欠止歹殳毋',
  ...'比毛氏气水火爪父爻爿片牙牛犬玄玉',
  ...'瓜瓦甘生用田疋疒癶白皮皿目矛矢石',
  ...'示禸禾穴立竹米糸缶网羊羽老而耒耳',
  ...'聿肉臣自至臼舌舛舟艮色艸虍虫血行',
  ...'衣襾見角言谷豆豕豸貝赤走足身車辛',
  ...'辰辵邑酉釆里金長門阜隶隹雨青非面',
  ...'革韋韭音頁風飛食首香馬骨高髟鬥鬯',
  ...'鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠',
  ...'鼻齊齒龍龜龠',
];

/** The ideograph that a radical form (U+2E80–2FD5) stands for; undefined for every other unit. */
export function radicalEquivalent(unit: number): string | undefined {
  if (unit < SUPPLEMENT_START || unit >= KANGXI_START + KANGXI.length) return undefined;
  const found = unit >= KANGXI_START ? KANGXI[unit - KANGXI_START] : SUPPLEMENT[unit - SUPPLEMENT_START];
  return found === ' ' ? undefined : found;
}

/** Twelve characters of the compatibility block that are unified ideographs in their own right. */
const REAL_COMPATIBILITY: ReadonlySet<number> = new Set([
  0xfa0e, 0xfa0f, 0xfa11, 0xfa13, 0xfa14, 0xfa1f, 0xfa21, 0xfa23, 0xfa24, 0xfa27, 0xfa28, 0xfa29,
]);

/** The unified ideograph of a compatibility ideograph, by code point (U+F900–FAFF, U+2F800–2FA1F); undefined for the rest. */
export function unifiedIdeograph(codePoint: number): string | undefined {
  const compatibility =
    (codePoint >= 0xf900 && codePoint <= 0xfaff && !REAL_COMPATIBILITY.has(codePoint)) ||
    (codePoint >= 0x2f800 && codePoint <= 0x2fa1f);
  if (!compatibility) return undefined;
  const character = String.fromCodePoint(codePoint);
  const unified = character.normalize('NFC');
  return unified === character ? undefined : unified;
}

/**
 * Marks in their vertical or small form, and the mark of running text. Corner brackets are the quotation marks of the
 * vertical setting: “ ” ‘ ’ in a simplified page, 『 』 「 」 in a traditional one.
 */
const PRESENTATION_MARKS: ReadonlyMap<number, string> = new Map([
  ...pairs('︐︑︒︓︔︕︖︗︘︙', '，、。：；！？〖〗…'),
  ...pairs('︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹇﹈', '—–（）｛｝〔〕【】《》〈〉［］'),
  ...pairs('﹐﹑﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞', '，、；：？！—（）｛｝〔〕'),
]);
const VERTICAL_QUOTES: ReadonlyMap<number, string> = new Map(pairs('﹁﹂﹃﹄', '‘’“”'));
const VERTICAL_QUOTES_TRADITIONAL: ReadonlyMap<number, string> = new Map(pairs('﹁﹂﹃﹄', '「」『』'));

function pairs(from: string, to: string): [number, string][] {
  return [...from].map((character, i) => [character.charCodeAt(0), [...to][i]]);
}

/** The mark of running text for a mark in its vertical or small form; undefined for every other unit. */
export function runningMark(unit: number, traditional = false): string | undefined {
  if (unit < 0xfe10 || unit > 0xfe6b) return undefined;
  return PRESENTATION_MARKS.get(unit) ?? (traditional ? VERTICAL_QUOTES_TRADITIONAL : VERTICAL_QUOTES).get(unit);
}

/** The ASCII digit or letter of a full-width one, also ％ and ．; undefined for every other unit. */
export function halfWidthAlphanumeric(unit: number): string | undefined {
  const alphanumeric =
    (unit >= 0xff10 && unit <= 0xff19) ||
    (unit >= 0xff21 && unit <= 0xff3a) ||
    (unit >= 0xff41 && unit <= 0xff5a) ||
    unit === 0xff05 ||
    unit === 0xff0e;
  return alphanumeric ? String.fromCharCode(unit - 0xfee0) : undefined;
}

/** What the normalised view of a page reads for a unit, by any of the tables above; undefined where the unit stays. */
export function foldUnit(unit: number): string | undefined {
  if (unit < SUPPLEMENT_START || (unit > 0x2fd5 && unit < 0xf900)) return undefined;
  if (unit <= 0x2fd5) return radicalEquivalent(unit);
  return runningMark(unit) ?? halfWidthAlphanumeric(unit) ?? unifiedIdeograph(unit);
}
