import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findForms, formLines } from '../../../../server/src/page/forms';
import { zhHans } from '../../../../server/src/page/profiles/zh-Hans';
import { zhHant } from '../../../../server/src/page/profiles/zh-Hant';
import { splitLines } from '../../../../server/src/text/lines';
import { assertLinear } from '../../growth';
import { shortForms } from './forms';

const PIECES = [
  ...'（）(〈《“”，。、：；□■口·▲]1９ 　',
  ...[
    '本报',
    '新华社',
    '记者',
    '通讯员',
    '王小明',
    '欧阳明华',
    '林 远',
    '北京',
    '３月5日',
    '一月十二日',
    '电',
    '讯',
    '报道',
  ],
  ...[
    '下转',
    '上接',
    '第',
    '4',
    '版',
    '摄',
    '图为',
    '资料图片',
    '责任编辑',
    '2023年',
    '星期日',
    '河州日报',
    '中央社',
    '／',
    '台北報導',
  ],
  ...['\n', '\n\n', '\f', '\r\n', '\ud800', '⽇', '文/', '享受到了实惠'],
];
const pageText = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(''));

const read = (text: string, profile = zhHans) => findForms(formLines(text, splitLines(text)), profile);

describe('forms of any text', () => {
  it('lie within the text, in order, each on the lines it names', () => {
    fc.assert(
      fc.property(pageText, fc.constantFrom(zhHans, zhHant), (text, profile) => {
        const lines = splitLines(text);
        let last = 0;
        for (const { span, lines: at, score, why } of read(text, profile)) {
          assert.ok(span.start >= last && span.end > span.start && span.end <= text.length);
          last = span.start;
          const first = lines[Math.min(...at)];
          assert.ok(span.start >= first.span.start && span.start <= first.span.end);
          assert.ok(Math.abs(why.reduce((sum, each) => sum + each.score, 0) - score) < 1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are the same with a blank line after every line', () => {
    fc.assert(
      fc.property(pageText, (text) => {
        assert.deepEqual(shortForms(text.replace(/\r?\n/g, '$&\n')), shortForms(text));
      }),
      { numRuns: 300 },
    );
  });

  it('are the same with half-width digits', () => {
    const half = (text: string): string =>
      text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
    fc.assert(
      fc.property(pageText, (text) => assert.deepEqual(shortForms(half(text)), shortForms(text))),
      { numRuns: 300 },
    );
  });

  /** Pieces that once led from one to the next without bound, to the page's start, or tried much at every character. */
  const PIECES_OF_LONG_LINES = [
    '（记者 ',
    '(“《(',
    '□ \n',
    '电',
    '记者王伟、',
    '（本报讯',
    '版',
    '图为',
    '（王明）',
    '王小明画）',
  ];
  /** What they led to is a search so fast that only a long text shows it. */
  const FAST_PIECES = ['（新华社发'];
  /** At each of these some thirty characters before it are tried. */
  const COSTLY_PIECES = ['摄\n', '日电\n'];

  for (const [pieces, repeats] of [
    [PIECES_OF_LONG_LINES, 5000],
    [FAST_PIECES, 20000],
    [COSTLY_PIECES, 100],
  ] as const) {
    for (const piece of pieces) {
      it(`take time in proportion to the text: ${JSON.stringify(piece)}`, () =>
        assertLinear((n) => {
          const text = piece.repeat(n);
          findForms(formLines(text, splitLines(text)), zhHans);
        }, repeats)).timeout(60000);
    }
  }
});
