import { defaultSettings } from '../../../server/src/rules/settings';
import { finds, repairs, silent } from './tables';

describe('half-width-punctuation', () => {
  repairs('half-width-punctuation', [
    ['两件大事: 修路', '两件大事：修路'],
    ['责任编辑 : 王平', '责任编辑：王平'],
    ['降低成本; 扩大规模', '降低成本；扩大规模'],
    ['(记者王平) 深秋时节', '（记者王平）深秋时节'],
    ['本报讯 (记者 王平)', '本报讯 （记者 王平）'],
    ['是吗? 是!', '是吗？是！'],
    ['9月21日,邮局', '9月21日，邮局'],
    ['电话:(027)12345678', '电话：（027）12345678'],
    ['科研网(CERNET)', '科研网（CERNET）'],
    ['在心, “群众”', '在心，“群众”'],
  ]);
  silent('half-width-punctuation', [
    '两件大事：修路',
    '上午8:30',
    '1,000,000',
    'Hello, world (2023)! OK?',
    'http://example.com/中国?x=1',
    '比分3:2',
    'f(x)',
    '增长7.1%',
    '![图为果园。](image.jpg)',
    '春风。![果园](a.jpg)',
    'newspaper: 河边日报',
    '“I have a dream,” he said.',
    '“Hello, Mr. Wang!”',
    'www.example.com/search?关键词=果园',
    '王(cid:123)明',
    '',
  ]);
});

describe('mark-lookalike', () => {
  repairs('mark-lookalike', [
    ['道―琼斯指数', '道—琼斯指数'],
    ['本报讯 〈记者王平）', '本报讯 （记者王平）'],
    ['本报讯 〈记者 王平', '本报讯 （记者 王平'],
    ['面值 〈约合48元）', '面值 （约合48元）'],
  ]);
  finds('mark-lookalike', [
    ['《记者王平）深秋', '《', 'Q', '（'],
    ['《上接第一版）深秋', '《', 'Q', '（'],
  ]);
  silent('mark-lookalike', [
    '《论〈诗〉》',
    '〈诗〉（注）',
    '《河边》',
    '《记者手记》',
    '老人一一送去',
    '一一对应',
    '二〇一一一',
    '全国第一',
    '“一一一”工程',
    '企业一一一铜厂',
    '运行 `中文` 命令',
    '（独唱）〈河边的\n歌〉',
    '8.8元',
    '记者“走基层”',
    '数组[1]月',
    'a`b`c',
    '道—琼斯',
    '',
  ]);
  describe('on a recognised page', () => {
    const ocr = `${'两件事: 修路; 架桥(东) 建成? 是!\n'.repeat(8)}`;
    repairs('mark-lookalike', [
      [`${ocr}企业一一一铜厂`, `${ocr}企业———铜厂`],
      [`${ocr}\` 王平、李娜`, `${ocr}、王平、李娜`],
      [`${ocr}\`王平、李娜`, `${ocr}、王平、李娜`],
    ]);
    finds('mark-lookalike', [
      [`${ocr}比尔\`王平`, '`', 'R'],
      [`${ocr}产品售价]万元`, ']', 'Q', '1'],
      [`${ocr}增长6.5%一7.5%之间`, '一', 'Q', '—'],
      [`${ocr}读物一一河边的故事`, '一一', 'Q', '——'],
      [`${ocr}记者“王平从现场`, '“', 'Q', ' '],
      [`${ocr}托马斯.王`, '.', 'R'],
    ]);
    silent('mark-lookalike', [
      ocr,
      `${ocr}一一对应`,
      `${ocr}逐一一一核对`,
      `${ocr}[1]月`,
      `${ocr}第一名`,
      `${ocr}〈诗〉集`,
      `${ocr}试通车.届时开放`,
    ]);
  });
});

describe('dash', () => {
  repairs('dash', [
    ['春天--河边的故事', '春天——河边的故事'],
    ['--河边纪事', '——河边纪事'],
    ['“春天”--', '“春天”——'],
  ]);
  silent('dash', ['春天——河边', '———河边纪事', '北京—上海', 'a--b', '----------', '春天-河边', '1998--2001', '']);
  describe('with house style "double"', () => {
    const double = { ...defaultSettings, style: { ...defaultSettings.style, dash: 'double' as const } };
    repairs('dash', [['企业———铜厂', '企业——铜厂']], double);
    silent('dash', ['北京—上海', '春天——河边', '————————'], double);
  });
});

describe('ellipsis', () => {
  repairs('ellipsis', [
    ['河水流啊...', '河水流啊……'],
    ['河水流啊。。。', '河水流啊……'],
    ['河水······流', '河水……流'],
    ['“好......”', '“好……”'],
  ]);
  silent('ellipsis', ['河水……流', '河水…流', 'wait...', '目录............3', '好。。', '比尔·王', '7.1', '。', '']);
});

describe('full-width-alphanumeric', () => {
  finds('full-width-alphanumeric', [
    ['２0２3年', '２0２3', 'Q', '2023'],
    ['增长７.5%', '７.5%', 'Q', '7.5%'],
  ]);
  silent('full-width-alphanumeric', ['２０２３年', '2023年', 'ＬＥＤ屏', 'LED屏', '１月 与 2月', '（，：；！？）', '']);
  describe('with house style "half"', () => {
    const half = {
      ...defaultSettings,
      style: { ...defaultSettings.style, fullWidthAlphanumeric: 'half' as const },
    };
    repairs(
      'full-width-alphanumeric',
      [
        ['２０２３年，ＬＥＤ屏', '2023年，LED屏'],
        ['增长７．５％。', '增长7.5%。'],
      ],
      half,
    );
    silent('full-width-alphanumeric', ['2023年', '（，：；！？）', '５'.normalize('NFKC')], half);
  });
});

describe('unpaired-mark', () => {
  const page = (...lines: string[]) => lines.join('\n');
  const opening = '深秋时节，河边的村庄里瓜果飘香，家家户户都在忙着收获。';
  finds('unpaired-mark', [
    [page(`${opening}村民说：“今年收成好。`, `${opening}大家都很高兴。`), '“', 'R'],
    [page(`${opening}村民说：今年收成好。”`, `${opening}大家都很高兴。`), '”', 'R'],
    [page(`${opening}村民王平（二组组长说，`, `今年收成好。${opening}`), '（', 'R'],
  ]);
  silent('unpaired-mark', [
    page(`${opening}村民说：“今年`, `收成好。”${opening}`),
    page(`${opening}村民说：“今年收成好。”`, `${opening}大家（也包括老人`, '和孩子）都很高兴。'),
    page(opening, '1）修路；', '2）架桥；', '（3）种树。'),
    page(`${opening}’98河边文化节开幕。`),
    page(`${opening}it’s a fine day.`),
    page(`${opening}《村志》与‘年味’。`),
    '',
  ]);
});
