import type { Lexicon } from './lexicon';
import { UnitSet } from './unitSet';

/*
 * Personal names in Chinese: how much a few characters look like one, and where names that were run together part.
 * Surnames stand in three bands of frequency; the given name is judged by characters that parents choose and ones they
 * never do. No list of whole names: a newspaper's people are new every day.
 */

/** The most frequent surnames: some 85 % of the population. */
const COMMON_SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔' +
  '谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严武';
/** Surnames that everyone has met. */
const KNOWN_SURNAMES =
  '赖覃洪莫孔汤康易常乔文牛樊葛邢安齐伍庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗' +
  '谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫' +
  '米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝闫肖向付温倪颜施习楼郁代谈班' +
  '栗冀';
/** Seldom met, but surnames; many of them are everyday words too, so they count for little alone. */
const RARE_SURNAMES =
  '支别计晋官宣鞠丰贝郦雍伏茅庞鄂咸籍皮伊喜储花奚滑昌酆平邴羿甫宰屠乌巴弓牧隗山宓蓬郗仰秋暴钭厉戎祖束井富羊於惠麹家' +
  '封芮汲糜松幸韶郜蓟薄印宿怀邰从索蔺阴鬱胥能苍双闻莘贡劳逄扶堵却璩濮寿通扈燕充慕茹宦鱼容慎戈庾终暨居衡步都满弘匡国' +
  '广禄阙东殳沃利蔚越夔隆巢蒯相后红竺权逯盖益桓公布占线仓粟展练云乐税才卿闪智訾银楚鄢呼郇赫遆门喇锺陳張劉楊黃趙吳孫' +
  '馬鄭謝許鄧馮韓蕭葉蔣蘇呂盧鐘薑賈韋鄒龍賀顧龔萬錢嚴賴湯喬莊聶齊魯歐關蘭';
const COMPOUND_SURNAMES =
  '欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 尉迟 公孙 慕容 长孙 宇文 皇甫 令狐 轩辕 淳于 ' +
  '端木 申屠 太史 百里 呼延 濮阳 澹台 公冶 宗政 单于 闻人 拓跋 完颜 赫连 万俟 钟离 歐陽 司馬 ' +
  '諸葛 東方';

/** Characters that given names are made of. */
const GIVEN =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红华文建国志春海林金凤梅飞波宇浩鹏凯健俊峰斌辉亮庆龙云东新晓' +
  '小雪雨欣怡佳琳琪婷慧莹倩颖璐瑶梦思雅诗涵梓轩博睿泽宏宁安康永福祥瑞荣贵富财德仁义礼智信忠孝良善清廉洁美莲莉蓉芬芝' +
  '菊荷萱薇茜苗蕾蓓香芸茵冰淑惠珍珠玲珊玫瑛琴璇琼琦珂珏瑾瑜琰琛宝银锋铭钧钢锦铁锐鑫森松柏桐楠栋梁树彬杉桦权江河湖洪' +
  '源淼泉沛泓润溪湘漪潇澜炜炎煜烨焕灿辰晨旭昊昕晖晴曦昌昱晶星月阳光耀立毅坚诚恒达通顺利兴隆盛旺发成胜克振奋奇进学友' +
  '中民生世家继绍承传宗祖先启开元长寿岩山峻崇嵩岚岳石磐坤乾天宙翔鹤鸿雁燕莺鹰虎彪豹骏君臣帅武斐彦儒修哲贤圣才豪雄伯' +
  '仲叔季孟少老大二三一子之其如若可以尚有为维卫保全亚爱喜乐欢悦怀念宪根占宽广厚深远向群同共和谐谦逊朝丹彤虹紫翠青碧' +
  '蓝黛素白墨笑然言语诺音韵歌书画琢桓骁驰腾奔展翼望希冀跃鸣雷霆震雯霖霏霜露靖竞甫尧舜禹汤周夏商秦汉唐宋舟航帆渡津丰' +
  '裕锡钊铮铎鉴钰铃巧妍姣娇娥婉嫣婧媛嫦嘉卉茂芊苑菲葳蕊蕴薪育宾昆仑冬秋庭廷延誉迪坦垚壮夫宸段敬业勤俭朴仕仪佩俐偉國' +
  '華';

/** Characters that no given name has: grammar, counting and reporting. */
const NEVER_GIVEN =
  '的了是在不这那我你他她它们也都就还被把从到对于将与及或但而且因所等着过得地很最更已曾正再又只吗呢吧啊什么怎哪谁个' +
  '些每各某该此种次名位条件项座年日号时点分亿吨米斤岁者称说据讯电摄版报员部局厅委院校厂镇村乡县区市省州街路死病杀罪' +
  '贼鬼坏痛债亏赌毒败错';

/** Log-odds of a name where the text begins with a surname of the band. */
const SURNAME_BANDS = [
  [COMMON_SURNAMES, 1.9],
  [KNOWN_SURNAMES, 0.9],
  [RARE_SURNAMES, -0.6],
] as const;
/** By UTF-16 unit, as the sets below: names are tried at many places of a page. */
const surnameScores: ReadonlyMap<number, number> = new Map(
  SURNAME_BANDS.flatMap(([surnames, score]) => [...surnames].map((surname) => [surname.charCodeAt(0), score] as const)),
);
/** Two characters that are a surname together say more than any single one. */
const COMPOUND_SCORE = 3.2;
const compounds: ReadonlySet<string> = new Set(COMPOUND_SURNAMES.split(' '));
const givenCharacters = new UnitSet(GIVEN);
const neverGiven = new UnitSet(NEVER_GIVEN);
const compoundInitials = new UnitSet(...COMPOUND_SURNAMES.split(' ').map((surname) => surname[0]));

const GIVEN_SCORE = 0.7;
const OTHER_SCORE = -0.5;
const NEVER_SCORE = -4;
/** A given name of two characters is the usual form in print today. */
const TWO_GIVEN_SCORE = 0.3;
/** A name of a minority: 买买提·艾力. Parts of one or more Han characters around a middle dot. */
const DOTTED_SCORE = 3;
const MAX_DOTTED = 16;
const DOTS = new UnitSet('·•・');

/** Whether the character at `at` (or the two from it) is a surname; the length of the longest, 0 for none. */
export function surnameLength(text: string, at = 0): 0 | 1 | 2 {
  if (beginsCompound(text, at)) return 2;
  return surnameScores.has(text.charCodeAt(at)) ? 1 : 0;
}

const beginsCompound = (text: string, at: number): boolean =>
  compoundInitials.has(text.charCodeAt(at)) && compounds.has(text.slice(at, at + 2));

/**
 * How much `text` (no spaces) looks like one person's name, from 0 to 1. Four of five names in print reach 0.9, of
 * random pieces of running text 1 in 60. Where the lexicon is given, a frequent word (高原, 沈阳) counts for less.
 * Texts that cannot be names, for their first character or their length, give 0.
 */
export function looksLikeName(text: string, lexicon?: Lexicon): number {
  const score = lexicon === undefined ? nameScore(text) : partScore(text, lexicon);
  return score === null ? 0 : 1 / (1 + Math.exp(-score));
}

/** The log-odds behind `looksLikeName`; null where the form is not that of a name. */
function nameScore(text: string): number | null {
  for (let i = 0; i < text.length; i++) if (DOTS.has(text.charCodeAt(i))) return dottedScore(text);
  const single = scoreWithSurname(text, 1, surnameScores.get(text.charCodeAt(0)));
  const compound = beginsCompound(text, 0) ? scoreWithSurname(text, 2, COMPOUND_SCORE) : null;
  if (single === null || compound === null) return single ?? compound;
  return Math.max(single, compound);
}

function scoreWithSurname(text: string, surname: number, surnameScore: number | undefined): number | null {
  const length = text.length - surname;
  if (surnameScore === undefined || length < 1 || length > 2) return null;
  let score = surnameScore + (length === 2 ? TWO_GIVEN_SCORE : 0);
  for (let i = surname; i < text.length; i++) score += givenScore(text.charCodeAt(i));
  return score;
}

function givenScore(unit: number): number {
  if (neverGiven.has(unit)) return NEVER_SCORE;
  return givenCharacters.has(unit) ? GIVEN_SCORE : OTHER_SCORE;
}

function dottedScore(text: string): number | null {
  if (text.length > MAX_DOTTED) return null;
  const parts = text.split(/[·•・]/);
  if (parts.some((part) => part.length === 0)) return null;
  let score = DOTTED_SCORE;
  for (let i = 0; i < text.length; i++) if (neverGiven.has(text.charCodeAt(i))) score += NEVER_SCORE;
  return score;
}

/** The longest run of glued names that is looked at: five names of four characters. */
const MAX_GLUED = 20;
/** Each name of a split must look like one at least this much … */
const PART_MINIMUM = 1;
/** … and the split must beat every other one by this. */
const SPLIT_MARGIN = 0.7;
/** ln of how a written-together pair of names is less likely than one name, where both readings fit. */
const SPLIT_COST = 2.5;

/**
 * The names that were printed or extracted without a space between: 冀涛段宸宇 gives 冀涛 and 段宸宇. Splits only where
 * every part looks like a name and no other split does nearly as well; else gives the text back as the only element.
 * A text of up to three characters, a compound surname with its given name and a word of the lexicon are never split.
 */
export function splitGluedNames(text: string, lexicon: Lexicon): string[] {
  const whole = [text];
  if (text.length < 4 || text.length > MAX_GLUED || lexicon.isWord(text)) return whole;
  const splits = bestSplits(text, lexicon);
  if (splits.length === 0) return whole;
  const [first, second] = splits;
  if (second !== undefined && first.score - second.score < SPLIT_MARGIN) return whole;
  const asOne = nameScore(text);
  if (asOne !== null && asOne > first.score - SPLIT_COST) return whole;
  return first.parts;
}

interface Split {
  readonly score: number;
  readonly parts: string[];
}

/** The two best ways to cut the whole text into names, best first. */
function bestSplits(text: string, lexicon: Lexicon): Split[] {
  const best: Split[][] = [[{ score: 0, parts: [] }]];
  for (let end = 1; end <= text.length; end++) {
    const here: Split[] = [];
    for (let start = Math.max(0, end - 4); start <= end - 2; start++) {
      const part = text.slice(start, end);
      const score = partScore(part, lexicon);
      if (score === null || score < PART_MINIMUM) continue;
      for (const before of best[start]) here.push({ score: before.score + score, parts: [...before.parts, part] });
    }
    best[end] = here.sort((a, b) => b.score - a.score).slice(0, 2);
  }
  return best[text.length].filter(({ parts }) => parts.length > 1);
}

/** Everyday words that look like names (高兴, 方法) count for less the more frequent they are; ln P of some 1 in 10⁶. */
const RARE_WORD = -14;

const WORD_WEIGHT = 0.6;

function partScore(part: string, lexicon: Lexicon): number | null {
  const score = nameScore(part);
  const word = lexicon.logProbability(part);
  return score === null || word === null ? score : score - WORD_WEIGHT * Math.max(0, word - RARE_WORD);
}
