import { UnitSet } from '../text/unitSet';
import type { Encoding } from './encoding';

/*
 * In what encoding bytes are, by what they say. GB 18030 gives every pair of high bytes some character, so being valid
 * proves nothing: Big5 read as GB 18030 is valid too, and is gibberish. What tells them apart is that a third or more of
 * any Chinese text are the same few hundred characters; read in a wrong encoding, hardly any are.
 */

/** Encodings that are recognised to be told to the person, and not read. */
const FOREIGN = ['Big5', 'UTF-16LE', 'UTF-16BE'] as const;
export type Foreign = (typeof FOREIGN)[number];

export const isForeign = (encoding: Encoding | Foreign): encoding is Foreign =>
  FOREIGN.some((foreign) => foreign === encoding);

/** Bytes looked at to weigh one encoding against another: some pages of text. */
const SAMPLE = 1 << 16;
/** More of the non-ASCII characters than this must fail as UTF-8 before another encoding is thought of. */
const MIN_BROKEN = 0.2;
/** Fewer common characters than this are no evidence for an encoding: right readings of pages have 0.3 and more, wrong ones 0.05. */
const MIN_COMMON = 0.1;

/**
 * UTF-8 where the bytes are valid UTF-8, or nearly: one cut character in a page must not turn the page into mojibake.
 * In no other encoding is a Chinese text valid UTF-8 by chance.
 */
export function recogniseEncoding(bytes: Uint8Array): Encoding | Foreign {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const sample = bytes.subarray(0, SAMPLE);
  const valid = isValid('utf-8', bytes);
  if (valid && !sample.includes(0)) return 'utf-8';
  const common = (encoding: string): number => shareOfCommon(read(encoding, sample));
  if (common('utf-16le') >= MIN_COMMON) return 'UTF-16LE';
  if (common('utf-16be') >= MIN_COMMON) return 'UTF-16BE';
  if (valid || shareBroken(read('utf-8', bytes)) <= MIN_BROKEN) return 'utf-8';
  const [gb18030, big5] = [common('gb18030'), common('big5')];
  if (big5 >= MIN_COMMON && big5 > 2 * gb18030) return 'Big5';
  return gb18030 >= MIN_COMMON || isValid('gb18030', bytes) ? 'gb18030' : 'utf-8';
}

/** So many control codes are no accident of an extractor, if they are also more than this share of the text. */
const MIN_CONTROLS = 8;
const MIN_CONTROL_SHARE = 0.03;

/** Whether a decoded text is what no encoding makes text of: programs, pictures and archives are full of control codes. */
export function isBinary(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) controls++;
  return controls >= MIN_CONTROLS && controls > text.length * MIN_CONTROL_SHARE;
}

/** Control codes but for tab, line ends and the like (09–0D), and those of terminals and DOS (1A, 1B). */
const isControl = (unit: number): boolean =>
  unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d) && unit !== 0x1a && unit !== 0x1b;

const read = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

function isValid(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The share of a text's non-ASCII units for which `is` holds. */
function share(text: string, is: (unit: number) => boolean): number {
  let foreign = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    foreign++;
    if (is(unit)) count++;
  }
  return foreign === 0 ? 0 : count / foreign;
}

const shareBroken = (text: string): number => share(text, (unit) => unit === 0xfffd);

const shareOfCommon = (text: string): number => share(text, (unit) => COMMON.has(unit));

/** The most frequent characters of news and other prose, and what those that differ are in Traditional Chinese. */
const COMMON = new UnitSet(
  '的一是不了在人有我他这中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现',
  '当没动面起看定天分还进好小部其些主样理心前本开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很',
  '最重并物手应战向头文体政美相见被利二等产或新己制身果加西月合回特代内信表化老给世位次度门任常先海通教东声提立及比员解水名真论处走义各入几',
  '口认条平系气题活更别打四总何电数安少报结反受目太量再感建务做接必场件计管期市直德资命山指许统区保至队社便空治展科五基书非听白界光放强即权',
  '式色路记南品住告类求据程北边死张该交规万取格望觉共确传师观清今切院让识候带导争运村县乡省党委书局城市车站住户农田河桥水电版社讯',
  '這們來為國說時會對發後裡過種經麼學還樣開從實軍與長無機將兩間問戰頭體見產業動現當沒關點應義條氣題爾別變總電數報結處場務計管資統區隊決馬書',
  '則聽強難權記據邊張該規萬領確傳師觀讓識帶導爭運東門員聲論認幾類術單華聯團黨億廣縣鄉農車橋訊',
);
