import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reflow } from '../../../server/src/rules/reflow';
import { jointAt } from '../../../server/src/text/join';
import { applyEdits } from '../../../server/src/text/span';
import { check, type PageFacts, sketch } from './pages';

function reflows(title: string, drawing: string, after: string, facts: PageFacts = {}): void {
  it(title, () => {
    const page = sketch(drawing, facts);
    assert.equal(applyEdits(page.text, reflow(page)), after);
  });
}

describe('joining two lines', () => {
  const rows: [string, string, string][] = [
    ['春风吹过', '山乡', '春风吹过山乡'],
    ['他说，', '好', '他说，好'],
    ['the young', 'editor', 'the young editor'],
    ['the young edi-', 'tor', 'the young editor'],
    ['edi\u00ad', 'tor', 'editor'],
    ['北京-', '天津', '北京-天津'],
    ['Sino-', 'Japanese', 'Sino-Japanese'],
    ['共20', '23年', '共2023年'],
    ['3.', '5万吨', '3.5万吨'],
    ['用上5', 'G网络', '用上5G网络'],
    ['in 1998', 'the', 'in 1998 the'],
    ['CCTV', '新闻', 'CCTV新闻'],
    ['iPhone', '15手机', 'iPhone 15手机'],
    ['维生素B', '2片', '维生素B2片'],
    ['Mr.', 'Smith', 'Mr. Smith'],
    ['长达', '196个', '长达196个'],
    ['——', '访老支书', '——访老支书'],
    ['“好', '”他说', '“好”他说'],
    ['', '春', '春'],
  ];
  for (const [above, below, joined] of rows)
    it(`${above}⏎${below} → ${joined}`, () => {
      const text = `${above}\n${below}`;
      const { cut, between } = jointAt(text, above.length, above.length + 1);
      assert.equal(above.slice(0, above.length - cut) + between + below, joined);
    });
});

describe('reflow', () => {
  reflows(
    'joins the lines of a paragraph',
    'H1|春耕\nP1|春风吹过山乡，\n1|水渠里流着\n1|清水。',
    '春耕\n春风吹过山乡，水渠里流着清水。\n',
  );
  const whole = (title: string, ...lines: readonly string[]): void =>
    reflows(title, lines.map((line, n) => `${n === 0 ? 'P1' : '1'}|${line}`).join('\n'), `${lines.join('\n')}\n`);
  whole('keeps rows of tables apart', '1 河州飞燕 30 21 60/22 68', '2 河东雄狮 30 19 55/25 64');
  whole('keeps a row apart from what stands beside it', '排列5 第20期 3 9 1', '电话 0355 8651234', '河边小镇');
  whole('keeps the head of a table apart', '如有异议请反映', '姓 名 单 位 职 务');
  whole('keeps verse apart, each line with its mark', '溪水绕村流，', '桃花满树头，', '农人归去晚，', '月照一江秋。');
  whole('keeps unpunctuated verse apart', '溪水很远', '一只鸟翻过了山岗', '泥土', '记起了自己的名字');
  reflows('keeps paragraphs apart', 'P1|春风吹过\n1|山乡。\nP1|水渠里\n1|有水。', '春风吹过山乡。\n水渠里有水。\n');
  reflows(
    'keeps title and body apart',
    'H1|春耕大忙\nH1|在山乡\nP1|春风吹过\n1|山乡。',
    '春耕大忙\n在山乡\n春风吹过山乡。\n',
  );
  reflows('keeps stories apart', 'P1|春风吹过\n1|山乡，\nP2|大桥\n2|合龙。', '春风吹过山乡，\n大桥合龙。\n');
  reflows('keeps subheads apart', 'P1|春风\n1|吹过。\nS1|水渠\nP1|有水\n1|了。', '春风吹过。\n水渠\n有水了。\n');
  reflows(
    'takes the blank lines of a padded page away',
    'P1|春风\n|\n1|吹过。\n|\nP1|有水。',
    '春风吹过。\n\n有水。\n',
    { padded: true },
  );
  reflows('drops the spaces at line ends and beginnings', 'P1|　　春风  \n1| 吹过。', '　　春风吹过。\n');
  reflows(
    'joins captions of several lines',
    'C1|图为春风吹过的\nC1|山乡。 林青山 摄',
    '图为春风吹过的山乡。 林青山 摄\n',
  );
  reflows(
    'keeps list items apart',
    'P1|做法如下：\n1|一、修渠；\n1|二、造林，也要\n1|管护。',
    '做法如下：\n一、修渠；\n二、造林，也要管护。\n',
  );
  reflows('keeps bullets apart', 'P1|做法：\n1|● 修渠。\n1|● 造林。', '做法：\n● 修渠。\n● 造林。\n');
  reflows(
    'joins a line that begins with a number in running text',
    'P1|全镇修了水渠共计\n1|20条，长\n1|3.5公里。',
    '全镇修了水渠共计20条，长3.5公里。\n',
  );
  reflows(
    'joins a broken name',
    'L1|本报讯（记者 林青山 卫\n1|海平）春风吹过。',
    '本报讯（记者 林青山 卫海平）春风吹过。\n',
    { names: ['林青山', '卫海平'] },
  );
  reflows(
    'keeps the space between two names',
    'L1|本报讯（记者 林青山\n1|卫海平）春风。',
    '本报讯（记者 林青山 卫海平）春风。\n',
    { names: ['林青山', '卫海平'] },
  );
  reflows(
    'leaves interrupted paragraphs where they are',
    'P1|春风吹过\nH2|大桥合龙\n1|山乡。\nP2|通车。',
    '春风吹过\n大桥合龙\n山乡。\n通车。\n',
  );
  reflows('leaves an empty page', '|', '\n');

  it('leaves glued columns where they are', () => {
    const page = sketch('P1|春风吹过\n1|山乡。');
    const glued = { ...page, pieces: [...page.pieces, { ...page.pieces[0], story: null }] };
    assert.deepEqual(reflow(glued), []);
  });
  it('re-flows within a selection only', () => {
    const page = sketch('P1|春风\n1|吹过。\nP1|水渠\n1|有水。');
    const start = page.text.indexOf('水渠');
    assert.equal(applyEdits(page.text, reflow(page, { start, end: page.text.length })), '春风\n吹过。\n水渠有水。\n');
  });
  it('is the fix of hard-wrap, a finding a paragraph', () => {
    const page = sketch('P1|春风\n1|吹过。\nP1|水渠\n1|有水。\nP1|一行。');
    const findings = check('hard-wrap', page);
    assert.deepEqual(
      findings.map(({ span }) => page.text.slice(span.start, span.end)),
      ['春风\n吹过。', '水渠\n有水。'],
    );
    assert.equal(
      applyEdits(
        page.text,
        findings.flatMap(({ fixes }) => fixes[0].edits),
      ),
      applyEdits(page.text, reflow(page)),
    );
  });
  it('finds no hard wrap in paragraphs of one line', () =>
    assert.deepEqual(check('hard-wrap', sketch('H1|春耕\nP1|春风吹过。\nP1|有水。')), []));

  it('loses and invents no character that is no space', () => {
    const line = fc.stringMatching(/^[甲乙丙a-c1-3，。、—]{1,8}$/);
    const kind = fc.constantFrom('P1', '1', 'P2', '2', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, line), { minLength: 1, maxLength: 12 }), (rows) => {
        const page = sketch(
          ['P1|甲', 'P2|乙', ...rows.map(([k, text]) => (k === '' ? '|' : `${k}|${text}`))].join('\n'),
        );
        const letters = (text: string): string => text.replace(/\s/g, '');
        assert.equal(letters(applyEdits(page.text, reflow(page))), letters(page.text));
      }),
      { numRuns: 200 },
    );
  });
});
