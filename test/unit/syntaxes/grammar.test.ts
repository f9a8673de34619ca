import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { loadGrammar, tokenize } from './tokenize';

/**
 * Tokenizes a text and compares its marked stretches: each `text` with the last part of its innermost scope, without
 * `.newspaper`, in order. Stretches that are plain text, brackets and marks of punctuation are left out.
 */
async function check(text: string, ...expected: readonly string[]): Promise<void> {
  const tokens = (await tokenize(text)).flat();
  const found = tokens.flatMap(({ text: stretch, scopes }) => {
    const kind = KINDS.find(([scope]) => scopes.at(-1)?.startsWith(scope))?.[1];
    return kind && stretch.trim() ? [`${kind}:${stretch.trim()}`] : [];
  });
  assert.deepEqual(found, expected);
}

const KINDS: readonly (readonly [scope: string, kind: string])[] = [
  ['markup.heading.1.headline', 'headline'],
  ['markup.heading.2.subhead', 'subhead'],
  ['variable.other.deck', 'deck'],
  ['markup.underline.link.jump', 'jump'],
  ['markup.underline.link.image', 'image'],
  ['string.other.caption', 'caption'],
  ['keyword.control.lead', 'lead'],
  ['keyword.control.dateline', 'dateline'],
  ['support.type.role', 'role'],
  ['entity.name.function.person', 'names'],
  ['comment.line', 'furniture'],
  ['constant.character.escape', 'escape'],
  ['punctuation.definition.separator', 'end'],
  ['punctuation.separator.page', 'break'],
  ['punctuation.definition.frontmatter', 'fence'],
];

describe('grammar', () => {
  describe('marks', () => {
    it('headline', () => check('# 新桥建成通车', 'headline:新桥建成通车'));
    it('subhead', () => check('## 清晨的渡口', 'subhead:清晨的渡口'));
    it('no heading without a space', () => check('#新桥建成通车'));
    it('no third level', () => check('### 新桥建成通车'));
    it('kicker or deck', () => check('*——沿江两岸今日连通*', 'deck:——沿江两岸今日连通'));
    it('emphasis within a line is text', () => check('全长*三百米*的新桥'));
    it('half an emphasis is text', () => check('*沿江两岸今日连通'));
    it('figure', () =>
      check(
        '![图为新桥夜景。 本报记者 林小舟 摄](bridge.jpg)',
        'caption:图为新桥夜景。',
        'role:本报记者',
        'names:林小舟',
        'role:摄',
        'image:bridge.jpg',
      ));
    it('figure without an image', () => check('![图为新桥夜景。]()', 'caption:图为新桥夜景。'));
    it('a half-written figure ends with its line', () => check('![图为新桥\n江水平静。', 'caption:图为新桥'));
    it('end of a story', () => check('两岸连通。\n\n---', 'end:---'));
    it('escaped marks', () => check('\\# 不是标题', 'escape:\\#'));
    it('page break', async () => {
      const [[token]] = await tokenize('\f');
      assert.equal(token.scopes.at(-1), 'punctuation.separator.page.newspaper');
    });
  });

  describe('front matter', () => {
    it('fences', () =>
      check('---\nnewspaper: 江城晚报\ndate: 2024-05-06\n---\n# 新桥', 'fence:---', 'fence:---', 'headline:新桥'));
    it('only at the beginning', () => check('江水平静。\n---\npage: 1', 'end:---'));
    it('left open, it ends before the first Chinese line', () =>
      check('---\npage: 1\n本报讯 昨日', 'fence:---', 'lead:本报讯'));
    it('left open, it ends before a mark', () => check('---\npage: 1\n# 新桥', 'fence:---', 'headline:新桥'));
  });

  describe('leads', () => {
    it('plain', () => check('本报讯 昨日，新桥建成。', 'lead:本报讯'));
    it('with a reporter', () => check('本报讯（记者 林小舟） 昨日', 'lead:本报讯', 'role:记者', 'names:林小舟'));
    it('with reporter and correspondent', () =>
      check(
        '　　本报讯（记者 林小舟 通讯员 高山）昨日',
        'lead:本报讯',
        'role:记者',
        'names:林小舟',
        'role:通讯员',
        'names:高山',
      ));
    it('spaced', () => check('本 报 讯 昨日', 'lead:本 报 讯'));
    it('of a named paper', () => check('江城日报讯（记者 林小舟）', 'lead:江城日报讯', 'role:记者', 'names:林小舟'));
    it('composite news', () => check('本报综合消息 连日来', 'lead:本报综合消息'));
    it('traditional', () => check('【本報訊】昨日', 'lead:【本報訊】'));
    it('not inside a sentence', () => check('他给本报打来电话。'));
    it('not 通讯', () => check('江城日报通讯员队伍'));
  });

  describe('datelines', () => {
    it('agency, place, date', () => check('新华社北京2月18日电', 'dateline:新华社北京2月18日电'));
    it('quoted, full-width digits', () => check('据中新社１月２６日电', 'dateline:据中新社１月２６日电'));
    it('spaced', () => check('本 报 江 城 1 月 4 日 讯', 'dateline:本 报 江 城 1 月 4 日 讯'));
    it('Chinese numbers', () => check('本报江城一月十七日电', 'dateline:本报江城一月十七日电'));
    it('radical forms', () => check('本报江城1⽉5⽇讯', 'dateline:本报江城1⽉5⽇讯'));
    it('short', () => check('据新华社电 昨日', 'dateline:据新华社电'));
    it('with a reporter', () =>
      check('新华社江城3月5日电（记者林小舟）', 'dateline:新华社江城3月5日电', 'role:记者', 'names:林小舟'));
    it('at the end of a story', () => check('桥梁恢复通行。（新华社江城3月5日电）', 'dateline:新华社江城3月5日电'));
    it('not a telephone', () => check('读者给本报打电话'));
    it('not a power cut', () => check('本报江城3月5日电力中断'));
    it('not a forecast', () => check('气象台通报预报'));
  });

  describe('bylines', () => {
    it('marker, role, names', () => check('□ 本报记者 林小舟 高山', 'role:本报记者', 'names:林小舟 高山'));
    it('marker and names', () => check('■ 林小舟 高山', 'names:林小舟 高山'));
    it('two roles', () => check('□ 记者 林小舟 通讯员 高山', 'role:记者', 'names:林小舟', 'role:通讯员', 'names:高山'));
    it('口 for □', () => check('口 本报记者 林小舟', 'role:本报记者', 'names:林小舟'));
    it('a leader writer without a name', () => check('口 本报评论员', 'role:本报评论员'));
    it('no marker', () => check('本报首席记者 林小舟', 'role:本报首席记者', 'names:林小舟'));
    it('photograph', () => check('本报记者 林小舟 摄', 'role:本报记者', 'names:林小舟', 'role:摄'));
    it('broken over two lines', () => check('（记者 林小舟 高\n山）昨日', 'role:记者', 'names:林小舟 高', 'names:山'));
    it('an open bracket ends with its line', () =>
      check('（记者 林小舟\n江水平静，两岸连通', 'role:记者', 'names:林小舟'));
    it('an open bracket ends at a mark', () => check('（记者 林小舟。江水平静', 'role:记者', 'names:林小舟'));
    it('the wrapped beginning of a sentence', () => check('口普查工作昨日开始'));
    it('a marker before a sentence', () => check('■ 新桥建成，两岸连通，市民出行更方便。'));
    it('a sentence about reporters', () => check('记者了解到，新桥已建成。'));
    it('a bracket without a role', () => check('新桥（见图）昨日通车'));
  });

  describe('figures', () => {
    it('cue', () => check('图为新桥夜景。', 'caption:图为'));
    it('arrow', () => check('▲新桥夜景', 'caption:▲'));
    it('side', () => check('上图：新桥夜景', 'caption:上图：'));
    it('credit at the end', () => check('新桥夜景。 本报记者 林小舟 摄', 'role:本报记者', 'names:林小舟', 'role:摄'));
    it('agency credit', () => check('新华社发（林小舟摄）', 'role:新华社发', 'names:林小舟摄'));
    it('words and picture', () => check('文/林小舟 图/高山', 'role:文', 'names:林小舟', 'role:图', 'names:高山'));
    it('stock', () => check('资料图片', 'role:资料图片'));
    it('not 招商引资图', () => check('招商引资图'));
    it('not a reporter who takes a picture inside a sentence', () => check('记者用相机摄下这一幕。'));
  });

  describe('jump lines', () => {
    it('to', () => check('两岸连通，（下转4版）', 'jump:（下转4版）'));
    it('to, spaced and in words', () => check('（下转 第四 版）', 'jump:（下转 第四 版）'));
    it('to a section', () => check('下转A8版', 'jump:下转A8版'));
    it('from', () => check('（上接第一版）两岸连通', 'jump:（上接第一版）'));
    it('see', () => check('相关报道见3版', 'jump:报道见3版'));
    it('not a sentence', () => check('汛情向下转移，上接江水'));
  });

  describe('furniture', () => {
    it('page', () => check('第4版', 'furniture:第4版'));
    it('date and weekday', () => check('2024年5月6日　星期一', 'furniture:2024年5月6日　星期一'));
    it('editors', () => check('责任编辑：林小舟 高山', 'furniture:责任编辑：林小舟 高山'));
    it('telephone', () => check('电话：000-0000', 'furniture:电话：000-0000'));
    it('registration', () => check('国内统一连续出版物号 CN 00-0000', 'furniture:国内统一连续出版物号 CN 00-0000'));
    it('not a date in a sentence', () => check('2024年5月6日，新桥建成。'));
    it('not a page in a sentence', () => check('第4版的新桥报道'));
  });

  it('uses no possessive interval: in Oniguruma {n,m}+ repeats the interval and backtracks', () => {
    assert.doesNotMatch(readFileSync('syntaxes/newspaper.tmLanguage.json', 'utf8'), /\{\d+,\d+\}\+/);
  });

  describe('is linear on a long line', function () {
    this.timeout(60_000);
    // Each is the beginning of some form that never ends.
    const beginnings = [
      '记者',
      '（记者 ',
      '□ 王 ',
      '本报 ',
      '新华社江城1月',
      '（下转',
      '![',
      '*江',
      '文/',
      '（王',
      '　',
      '\\',
    ];
    for (const beginning of beginnings) {
      it(JSON.stringify(beginning), async () => {
        const grammar = await loadGrammar();
        const time = (units: number): number => {
          const line = beginning.repeat(units / beginning.length);
          const start = performance.now();
          grammar.tokenizeLine(line, null);
          return performance.now() - start;
        };
        time(1000);
        const [short, long] = [time(20_000), time(160_000)];
        // Eight times the text; quadratic work would take 64 times as long. The constant forgives a busy machine.
        assert.ok(long < 20 * short + 500, `${short} ms, then ${long} ms`);
      });
    }
  });
});
