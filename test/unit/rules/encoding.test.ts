import assert from 'node:assert/strict';
import { findingsOf, finds, repairs, silent } from './tables';

describe('radical-form', () => {
  repairs('radical-form', [
    ['⼭⽔之间', '山水之间'],
    ['⻋⻢如⻰', '车马如龙'],
    ['⼾籍', '户籍'],
    ['⾭年', '青年'],
    ['三⽉⼗⽇', '三月十日'],
    ['⺠⽣⼯程', '民生工程'],
    ['⻛⾬', '风雨'],
    ['⼀', '一'],
  ]);
  finds('radical-form', [
    ['村⺠代表', '⺠', 'A', '民'],
    ['全县⼈⼝普查', '⼈⼝', 'A', '人口'],
  ]);
  silent('radical-form', ['山水之间', '户籍青年', '⿰⿱', '〇一二三', '、。々〆', 'A1，（）', 'ㄅㄆㄇ', '豈', '']);
});

describe('compatibility-ideograph', () => {
  repairs('compatibility-ideograph', [
    ['\uf9dc起', '隆起'],
    ['\uf90a色', '金色'],
    ['\u{2f800}', '丽'],
    ['\uf98e年', '年年'],
  ]);
  silent('compatibility-ideograph', [
    '隆起',
    '\ufa0e\ufa0f\ufa11\ufa13',
    '\ufa1f\ufa21\ufa23\ufa24',
    '\ufa27\ufa28\ufa29',
    '𠀀𪚥',
    '😀',
  ]);
});

describe('presentation-form', () => {
  repairs('presentation-form', [
    ['春天︐来了︒', '春天，来了。'],
    ['﹃丰收﹄', '“丰收”'],
    ['﹁年味﹂', '‘年味’'],
    ['︵上︶', '（上）'],
    ['︽村志︾', '《村志》'],
    ['水︑电︑路', '水、电、路'],
    ['何时﹖', '何时？'],
    ['他说﹕好', '他说：好'],
  ]);
  silent('presentation-form', ['“丰收”', '「丰收」『年』', '（上）', '︻'.normalize('NFKC'), '﹏', '……', '——', 'a, b']);
});

describe('control-character', () => {
  repairs('control-character', [
    ['春\u200b天', '春天'],
    ['春\ufeff天', '春天'],
    ['春\u0001天', '春天'],
    ['\u00a0\u00a0全县', '  全县'],
    ['记者\u00a0王平', '记者 王平'],
    ['\u2003\u2003全县', '\u3000\u3000全县'],
    ['水\u00ad库', '水库'],
    ['县\u200d城', '县城'],
    ['a\u000bb', 'a b'],
  ]);
  finds('control-character', [
    ['春\u200b\u200b天', '\u200b\u200b', 'A', ''],
    ['记者\u00a0王平', '\u00a0', 'A', ' '],
  ]);
  silent('control-character', [
    '\u3000\u3000全县',
    '一\t二',
    '一\r\n二\n',
    '👨\u200d👩',
    '\ufeff全县',
    'naïve café',
    '全县，“好”。',
    'می\u200cخواهم',
  ]);
  it('a page break stays', () => assert.deepEqual(findingsOf('control-character', '一\f二\f'), []));
  it('the mark of a file is found where a second page begins with it', () =>
    assert.equal(findingsOf('control-character', '一\f\ufeff二').length, 1));
});

describe('missing-glyph', () => {
  finds('missing-glyph', [
    ['朱\ufffd基', '\ufffd', 'R'],
    ['朱\ue000基', '\ue000', 'R'],
    ['朱(cid:1234)基', '(cid:1234)', 'R'],
    ['朱□基', '□', 'R'],
    ['朱\ud840基', '\ud840', 'R'],
    ['朱\udc00基', '\udc00', 'R'],
    ['朱\u{f0000}基', '\u{f0000}', 'R'],
  ]);
  silent('missing-glyph', [
    '□ 本报记者 王平',
    '□王平',
    '建设。□ 王平',
    '建设。□王平',
    '(cid:)',
    '(cid:12',
    '朱𠀀基',
    '好😀的',
    '■ 王平',
  ]);
});

describe('mojibake', () => {
  const prose = '本报讯新年伊始全县各乡镇抓住农时组织群众修建水库道路改善生产生活条件干部群众积极参加劳动'.repeat(2);
  const misread = (encoding: string) => new TextDecoder(encoding).decode(new TextEncoder().encode(prose));

  finds('mojibake', [['水利锟斤拷局', '锟斤拷', 'R']]);
  it('UTF-8 read as GBK is read again', () => {
    // An odd number of bytes loses the last one: three bytes a character, an even number of characters.
    const found = findingsOf('mojibake', misread('gbk'));
    assert.equal(found.length, 1);
    assert.equal(found[0].fixes[0].class, 'Q');
    assert.equal(found[0].fixes[0].edits[0].text, prose);
  });
  it('UTF-8 read as Windows-1252 is read again', () =>
    assert.equal(findingsOf('mojibake', misread('windows-1252'))[0].fixes[0].edits[0].text, prose));
  silent('mojibake', [
    prose,
    '',
    '一二三四五六七八九十百千万亿零壹贰叁肆伍陆柒捌玖拾',
    'Ça déjà été çà et là à Genève, où l’été fut très chaud après l’année passée',
    '饕餮貔貅魑魅魍魉饕餮貔貅魑魅魍魉饕餮貔貅魑魅魍魉饕餮貔貅魑魅魍魉',
  ]);
});
