import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { readFrontMatter } from '../../../server/src/page/frontMatter';
import { type Mark, readMarks, unescaped } from '../../../server/src/page/marks';
import { splitLines } from '../../../server/src/text/lines';

const marksOf = (text: string) => readMarks(text, splitLines(text));

function shown(text: string, mark: Mark): string {
  const name = mark.kind === 'role' ? mark.role : mark.kind;
  if (!('text' in mark)) return name;
  const image = mark.kind === 'figure' ? ` (${text.slice(mark.image.start, mark.image.end)})` : '';
  return `${name}: ${unescaped(text, mark.text)}${image}`;
}

/** The marks of a text, one a line: its number from 0, what it is, what it says. */
const check = (text: string, expected: string[]): void => {
  it(JSON.stringify(text), () => {
    assert.deepEqual(
      [...marksOf(text).byLine].sort(([a], [b]) => a - b).map(([n, mark]) => `${n} ${shown(text, mark)}`),
      expected,
    );
  });
};

describe('marks', () => {
  describe('of titles', () => {
    check('# 新桥通车', ['0 headline: 新桥通车']);
    check('   #\t新桥通车  ', ['0 headline: 新桥通车']);
    check('    # 四格缩进', []);
    check('#新桥通车', []);
    check('## 三年建成', ['0 subhead: 三年建成']);
    check('### 三级', []);
    check('*引题*\n# 主题\n*——副题*', ['0 kicker: 引题', '1 headline: 主题', '2 deck: ——副题']);
    check('*一*\n*二*\n# 主题\n*三*\n*四*', [
      '0 kicker: 一',
      '1 kicker: 二',
      '2 headline: 主题',
      '3 deck: 三',
      '4 deck: 四',
    ]);
    check('*远*\n\n# 主题\n\n*远*', ['2 headline: 主题']);
    check('# 上\n*中*\n# 下', ['0 headline: 上', '1 deck: 中', '2 headline: 下']);
    check('*一*二*\n# 主题', ['1 headline: 主题']);
    check('**\n# 主题', ['1 headline: 主题']);
    check('**重**\n# 主题', ['1 headline: 主题']);
    check('*星\\*号*\n# 主题', ['0 kicker: 星*号', '1 headline: 主题']);
    check('*未完\\*\n# 主题', ['1 headline: 主题']);
  });

  describe('of figures', () => {
    check('![图为新桥。](a.jpg)', ['0 figure: 图为新桥。 (a.jpg)']);
    check('![图为【新桥】。 林舟 摄]()', ['0 figure: 图为【新桥】。 林舟 摄 ()']);
    check('![]()', ['0 figure:  ()']);
    check('![\\[新\\]桥](a)', ['0 figure: [新]桥 (a)']);
    check('![新桥', []);
    check('![新桥]', []);
    check('![新桥](a.jpg', []);
    check('说明![新桥](a.jpg)', []);
  });

  describe('that cut and escape', () => {
    check('上文\n---\n下文', ['1 end']);
    check('上文\n ---  \n下文', ['1 end']);
    check('上文\n----\n下文', []);
    check('\\# 不是标题', ['0 text: # 不是标题']);
    check('\\---', ['0 text: ---']);
    check('\\\\', ['0 text: \\']);
    check('\\清河', []);
    check('\\', []);
  });

  describe('of forms', () => {
    const forms = (text: string) => {
      const mark = marksOf(text).byLine.get(0);
      return mark?.kind === 'text' || mark?.kind === 'role' ? [shown(text, mark), ...(mark.forms ?? [])] : null;
    };
    it('may follow each other, and a role', () => {
      assert.deepEqual(forms('文。 <!-- signed -->'), ['text: 文。', 'signed']);
      assert.deepEqual(forms('文。 <!-- signed --> <!-- dateline -->'), ['text: 文。', 'signed', 'dateline']);
      assert.deepEqual(forms('文。 <!-- body --> <!-- plain -->'), ['body: 文。', 'plain']);
      assert.deepEqual(forms('\\# 文。 <!-- jump -->'), ['text: # 文。', 'jump']);
    });
    it('may say themselves what the story has', () => {
      const says = (text: string) => {
        const mark = marksOf(text).byLine.get(0);
        return mark?.kind === 'text' ? [shown(text, mark), ...(mark.forms ?? []), ...(mark.says ?? [])] : null;
      };
      const signed = { word: 'signed', text: '记者：林舟' };
      assert.deepEqual(says('文。 <!-- signed: 记者：林舟 -->'), ['text: 文。', signed]);
      assert.deepEqual(says('文。 <!-- dateline --> <!-- signed: 记者：林舟 --> <!-- jump: 4 -->'), [
        'text: 文。',
        'dateline',
        signed,
        { word: 'jump', text: '4' },
      ]);
      assert.deepEqual(says('<!-- jump: 4 -->'), ['text: ', { word: 'jump', text: '4' }]);
      for (const none of ['plain: 文', 'body: 文', 'signed:', 'jump: 4 -- 5'])
        assert.equal(says(`文。 <!-- ${none} -->`), null);
    });
    it('end at what is none, and at a second role', () => {
      assert.deepEqual(forms('文。 <!-- x --> <!-- lead -->'), ['text: 文。 <!-- x -->', 'lead']);
      assert.deepEqual(forms('文。 <!-- body --> <!-- byline -->'), ['byline: 文。 <!-- body -->']);
      assert.deepEqual(forms('文。 \\<!-- signed -->'), null);
    });
  });

  describe('of roles', () => {
    check('林舟 <!-- byline -->', ['0 byline: 林舟']);
    check('　林舟<!--byline-->  ', ['0 byline: 　林舟']);
    check('林舟 <!-- reporter -->', []);
    check('林舟 <!-- byline', []);
    check('<!-- byline -->', ['0 unfinished']);
    check('-->', []);
    check('\\# 一 <!-- body -->', ['0 body: # 一']);
  });

  describe('half-written', () => {
    check('#\n# \n##\n## \n', ['0 unfinished', '1 unfinished', '2 unfinished', '3 unfinished']);
    check('*\n**\n*a\n![\n![]\n\\\n<!--', []);
  });

  it('cannot be broken', () => {
    const piece = fc.constantFrom(
      '#',
      ' ',
      '*',
      '!',
      '[',
      ']',
      '(',
      ')',
      '-',
      '---',
      '\\',
      '<!--',
      '-->',
      'body',
      '\n',
      '字',
      'a: b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const lines = splitLines(text);
        const { byLine, stretches } = readMarks(text, lines);
        for (const [n, mark] of byLine) {
          if (!('text' in mark)) continue;
          assert.ok(lines[n].span.start <= mark.text.start && mark.text.start <= mark.text.end);
          assert.ok(mark.text.end <= lines[n].span.end);
        }
        stretches.forEach(({ first, end }, i) => {
          assert.ok(first < end && (i === 0 || stretches[i - 1].end <= first));
        });
      }),
    );
  });

  it('are read in linear time', () => {
    for (const line of ['*', '\\', '![', ']', '-->', '<!--', '# ', '---\n', '*a*\n', 'x: y\n', '字 -->\n']) {
      const text = line.repeat(Math.ceil(1_000_000 / line.length));
      const started = performance.now();
      marksOf(text);
      assert.ok(performance.now() - started < 3000, line);
    }
  }).timeout(60_000);
});

describe('stretches', () => {
  const LONG =
    '清河两岸居民往来从前要绕行十公里，如今新桥通车，只需五分钟就可到达对岸，沿线二十个村庄的农产品从此可以当天运进城里，价钱也比往年高出一成。';
  const check = (name: string, text: string, expected: [number, number, string, boolean, boolean][]): void => {
    it(name, () => {
      assert.deepEqual(
        marksOf(text).stretches.map((s) => [s.first, s.end, s.opened, s.closed, s.paragraphs]),
        expected,
      );
    });
  };
  check('nothing marked', '甲\n乙\n', [[0, 2, 'page', false, false]]);
  check('a title in raw text', '甲\n# 题\n乙\n丙\n', [
    [0, 1, 'page', false, false],
    [1, 4, 'title', false, false],
  ]);
  check('a whole title block', '甲\n*引*\n# 题\n# 题\n*副*\n乙\n丙', [
    [0, 1, 'page', false, false],
    [1, 7, 'title', false, false],
  ]);
  check('ended, each line apart', '甲\n甲\n# 题\n\n乙\n\n丙\n\n---\n丁\n丁', [
    [0, 2, 'page', false, false],
    [2, 8, 'title', true, true],
    [9, 11, 'end', false, false],
  ]);
  check('ended, but wrapped lines', '# 题\n\n乙\n丙\n---\n', [[0, 4, 'title', true, false]]);
  check('a long line', `# 题\n\n${LONG}\n\n乙\n`, [[0, 5, 'title', false, true]]);
  check('a page with a blank after each line', `---\n${'甲乙丙\n\n'.repeat(50)}---\n\n丁\n\n---\n`, [
    [1, 101, 'end', true, false],
    [102, 105, 'end', true, false],
  ]);
  check('a page that says so', '---\nlines: paragraphs\n---\n# 题\n乙\n丙\n', [[3, 6, 'title', false, true]]);
});

describe('front matter', () => {
  const read = (text: string) => readFrontMatter(text, splitLines(text));
  it('holds the data of the page', () => {
    assert.deepEqual(read('---\nnewspaper: 清河日报\ndate: 2023-02-19\npage: 1\n---\n正文'), {
      first: 0,
      last: 4,
      folio: { newspaper: '清河日报', date: '2023-02-19', page: '1' },
      paragraphs: false,
    });
  });
  it('reads values as YAML does', () => {
    for (const value of [
      '清河日报',
      '"清河: 日报"',
      "'清''河'",
      '"\\u6e05\\n"',
      'A8 # 第八版',
      '清#河',
      '"#"',
      "'#'",
    ]) {
      const yaml = `newspaper: ${value}`;
      assert.equal(read(`---\n${yaml}\n---\n`)?.folio.newspaper, parseYaml(yaml).newspaper, value);
    }
  });
  const none = { newspaper: null, date: null, page: null };
  const broken: [string, object | undefined][] = [
    ['---\nnewspaper: [\npage: {\n---\n', none],
    ['---\nnewspaper: "清河\ndate: 昨天\n---\n', none],
    ['---\n: :\n- a\nnewspaper\npage:\n...\n', none],
    ['---\n---\n', undefined],
    ['---\n正文：清河\n---\n', undefined],
    ['---\nnewspaper: 清河日报\n', undefined],
    ['正文\n---\npage: 1\n---\n', undefined],
    [`---\npage: 1\n${'\n'.repeat(60)}---\n`, undefined],
  ];
  for (const [text, folio] of broken) {
    it(`stands ${JSON.stringify(text.slice(0, 40))}`, () => assert.deepEqual(read(text)?.folio, folio));
  }
});
