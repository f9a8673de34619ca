import assert from 'node:assert/strict';
import { fixAll } from '../../../server/src/rules/fix';
import { defaultSettings, type Settings } from '../../../server/src/rules/settings';
import { testResources } from '../resources';
import { findingsOf, finds, silent } from './tables';

/** What makes a page look like OCR: half-width marks. */
const OCR_END = '\n\n时间: 上午九点; 地点: 图书馆(东门)? 电话: 见通知!\n';
const ocr = (text: string): string => text + OCR_END;

const BEFORE = '本报讯 昨天上午，市民们早早来到新的图书馆，等着参加开馆后的第一场活动。';
const AFTER = '工作人员介绍说，图书馆每天开放十二个小时，读者可以自己借书和还书。';
const MEASURE = 14;

/** A paragraph, set in lines of MEASURE characters, that has `text` in the midst of good text; line ends of its own stay. */
function paragraph(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const character of BEFORE + text + AFTER) {
    if (character !== '\n') line += character;
    if (character !== '\n' && line.length < MEASURE) continue;
    lines.push(line);
    line = '';
  }
  return [...lines, line].join('\n');
}
const ocrParagraph = (text: string): string => ocr(paragraph(text));

const teaching = (written: string, recognised: string): Settings => ({
  ...defaultSettings,
  learntPairs: [{ written, recognised }],
});

describe('confusable-character', () => {
  const sure: [text: string, recognised: string, written: string][] = [
    ['老人年轻时在治金厂工作。', '治', '冶'],
    ['青年人朝气莲勃，欢声笑语不断。', '莲', '蓬'],
    ['孩子们兴高采列地跳起舞来。', '列', '烈'],
    ['这项工作己经完成。', '己', '已'],
    ['两只棚棚如生的石狮立在门前。', '棚棚', '栩栩'],
    ['村里的人对他刮日相看。', '日', '目'],
    ['他们兢兢业业，任劳任怒。', '怒', '怨'],
    ['街道两旁的商店琳琅满日。', '日', '目'],
  ];
  for (const [text, recognised, written] of sure)
    it(`${recognised} in ${text} is ${written}`, () => {
      const page = ocrParagraph(text);
      const findings = findingsOf('confusable-character', page);
      assert.deepEqual(
        findings.map(({ span }) => page.slice(span.start, span.end).replace('\n', '')),
        [recognised],
      );
      assert.equal(findings[0].fixes[0]?.edits.map((edit) => edit.text).join(''), written);
      assert.equal(findings[0].fixes[0].class, 'Q');
      assert.ok(findings[0].fixes.length <= 3);
      assert.equal(findings[0].evidence.length, 1);
    });

  silent('confusable-character', [
    ...[
      '这座城市的未来属于青年。',
      '老人讲起往事,栩栩如生的画面就在眼前。',
      '图书馆每天接待读者三百人。',
      '记者王小燕李志强报道,兰世章和吕志星当选。',
      '他们兢兢业业,任劳任怨。',
      '本报讯 记者从市水利局了解到,今年汛期来得早。',
      '河边的垂柳绿了,院子里的杏花开了。',
      '有的人喜欢登山,有的人喜欢下棋。',
      '特困村的两个合作社办起了养鸡场。',
      '日出东方,月落西山,大江东去。',
      '于是他们又一次出发了。',
      '一九八五年十二月二十一日',
    ].map(ocrParagraph),
    // Not OCR: nothing is looked for, right or wrong.
    paragraph('这项工作己经完成。'),
    '村里的人对他刮日相看：“好！”（完）',
    '',
    '，。',
  ]);

  it('says where it is unsure, and suggests nothing', () => {
    const findings = findingsOf('confusable-character', ocrParagraph('这座城市的末来属于青年。'));
    assert.deepEqual(
      findings.map(({ fixes }) => fixes.length),
      [0],
    );
  });

  it('suggests nothing beside what OCR sets where nothing was printed', () => {
    const findings = findingsOf('confusable-character', ocrParagraph('青年人朝气和莲勃，欢声笑语不断。'));
    assert.deepEqual(
      findings.map(({ fixes }) => fixes.length),
      [0],
    );
  });

  it('reads on over the lines of a paragraph, not over a mark', () => {
    const found = (text: string) => findingsOf('confusable-character', ocrParagraph(text)).length;
    assert.equal(found('这项工作己\n经完成。'), 1);
    assert.equal(found('这项工作己，经完成。'), 0);
  });

  it('replaces both characters of a pair, and keeps the line end between them', () => {
    const text = ocrParagraph('两只棚\n棚如生的石狮立在门前。');
    const { fixes } = findingsOf('confusable-character', text)[0];
    assert.deepEqual(
      fixes[0].edits.map(({ span, text: written }) => [text.slice(span.start, span.end), written]),
      [
        ['棚', '栩'],
        ['棚', '栩'],
      ],
    );
  });

  it('is never applied unless it is asked for by name', () => {
    const text = ocrParagraph('这项工作己经完成。');
    const fixed = (rules?: string[]) =>
      fixAll(text, testResources(), defaultSettings, { classes: ['A', 'Q'], ...(rules ? { rules } : {}) }).text;
    assert.ok(fixed().includes('己经'));
    assert.ok(fixed(['confusable-character']).includes('已经'));
  });

  describe('a learnt pair', () => {
    const settings = teaching('图', '园');
    it('is found on pages that do not look like OCR too', () => {
      const text = paragraph('新的园书馆今天开馆。');
      assert.deepEqual(findingsOf('confusable-character', text), []);
      const [found] = findingsOf('confusable-character', text, settings);
      assert.equal(text.slice(found.span.start, found.span.end), '园');
      assert.equal(found.fixes[0].edits[0].text, '图');
      assert.match(found.evidence[0].template, /learnt/);
    });
    it('needs a word that it makes', () => {
      for (const text of ['公园里的花开了。', '新的图书馆今天开馆。', '这个园子很大。'])
        assert.deepEqual(findingsOf('confusable-character', paragraph(text), settings), [], text);
    });
    it('is no character of its own where it is longer than one', () =>
      assert.deepEqual(findingsOf('confusable-character', paragraph('新的园书馆'), teaching('图书', '园书')), []));
  });
});

describe('digit-lookalike', () => {
  it('shows no more of a long number than its beginning', () => {
    const [{ message }] = findingsOf('digit-lookalike', '1O'.repeat(200));
    assert.ok(message.args.every((arg) => String(arg).length < 30));
  });
  finds('digit-lookalike', [
    ['2O23年', 'O', 'Q', '0'],
    ['20l5年春天', 'l', 'Q', '1'],
    ['共1〇0人参加', '〇', 'Q', '0'],
    ['l998年', 'l', 'Q', '1'],
    ['气温3O℃', 'O', 'Q', '0'],
    ['占8o%', 'o', 'Q', '0'],
    ['2I日上午', 'I', 'Q', '1'],
    ['电话8273O15', 'O', 'Q', '0'],
    ['２O２３年', 'O', 'Q', '０'],
    ['长3.1O米', 'O', 'Q', '0'],
  ]);
  silent('digit-lookalike', [
    '2023年',
    '二〇二三年',
    '二〇〇八年',
    'O2O模式',
    'H2O',
    'CO2排放',
    'O型血',
    '5l油',
    '第I部分',
    'IO接口',
    '5G网络',
    'Model3',
    'AIO2型',
    'l、甲；2、乙',
    '〇',
    '',
    'lO',
    '3-O型',
  ]);
  it('reports each look-alike of a number', () => assert.equal(findingsOf('digit-lookalike', '1OO0人').length, 2));
});

describe('garbage-line', () => {
  const between = (line: string): string => `会议昨天结束。\n\n${line}\n\n代表们今天离开。${OCR_END}`;
  for (const line of ['协痢嗣革怀消娃间于', '上吵尖葡恕嗣', '斌浊得乾洪冲', '施疝嗣形兰吕 滤昱员', '和岂琶凡诺亲'])
    it(`${line} is junk`, () => {
      const text = between(line);
      assert.deepEqual(
        findingsOf('garbage-line', text).map(({ span, fixes }) => [text.slice(span.start, span.end), fixes]),
        [[line, []]],
      );
    });
  silent('garbage-line', [
    ...[
      '春风又绿江南岸',
      '喜看江流天外去',
      '图书馆夜里也开门',
      '王小燕 李志强 赵建国',
      '胡延奇郑斌杨书浩',
      '□ 本报记者 斌浊得乾',
      '斌浊得乾 摄',
      '斌浊',
      '斌，浊得乾洪冲',
      '第3届斌浊得乾会',
      '',
      'ABCDEFG',
    ].map(between),
    // Not between blank lines.
    `会议昨天结束。\n斌浊得乾洪冲\n代表们今天离开。${OCR_END}`,
    // Not OCR.
    '会议昨天结束。\n\n斌浊得乾洪冲\n\n代表们今天离开。',
  ]);
});

describe('badly-recognised-page', () => {
  const good = '市图书馆昨天举行了开放日活动，数百名读者参观了新的阅览室，工作人员介绍了自助借书的办法。'.repeat(8);
  const bad = '斌浊得乾洪冲协痢嗣革怀消娃间于施疝形兰吕滤昱员琶凡诺亲。'.repeat(12);
  it('reports a page that makes few words, once, at its first line', () => {
    const text = ocr(`\n第2版\n\n${bad}`);
    const findings = findingsOf('badly-recognised-page', text);
    assert.deepEqual(
      findings.map(({ span, fixes }) => [text.slice(span.start, span.end), fixes]),
      [['第2版', []]],
    );
    assert.deepEqual(findingsOf('confusable-character', ocr(`${bad}\n\n${paragraph('这项工作己经完成。')}`)), []);
  });
  silent('badly-recognised-page', [
    ocr(good),
    `第2版\n\n${bad}`,
    ocr('斌浊得乾洪冲'),
    // 140 characters and as many marks: too few to tell.
    ocr('龘，靐。'.repeat(70)),
    ocr(`${good}${good}${bad.slice(0, 60)}`),
    '',
    ocr(''),
  ]);
});
