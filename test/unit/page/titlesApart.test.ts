import { checkTitles as check, type Line } from './checkTitles';

const ended: Line = ['村民们都说方便多了。', 0];
const open: Line = ['村民们都说，从前没有桥', 0];
const text: readonly Line[] = [
  ['柳河大桥从去年秋天开始动工，', 0],
  ['今年春天就通了车。', 0],
];

describe('titles that stand apart from the text', () => {
  const title: Line = ['柳河大桥建成通车', 0.03];
  const [name] = title;

  it('a row between an end and what is no text is a title', () => {
    check([ended, title, ['要闻版', 'furniture']], [name]);
    check([ended, title, ['老街夜市开张', 0.9], ...text], [name, '老街夜市开张']);
    check([ended, title], [name]);
  });
  it('but not where text stands before it that has not ended, or below it', () => {
    check([open, title], []);
    check([ended, title, ...text], []);
  });
  it('nor a caption below, which may interrupt the text', () =>
    check([ended, title, ['图为通车现场。', 'caption']], []));
  it('nor with a small word of running text, a mark, a bracket left open or too few characters', () => {
    for (const row of ['柳河大桥的建成通车', '柳河大桥，建成通车', '柳河大桥“建成通车', '大桥通车', '柳河大桥建成：'])
      check([ended, [row, 0.03]], []);
  });
  it('nor where it is all that the page holds', () => check([title], []));
  it('nor where OCR read it', () => check([ended, title], [], true));

  it('a row above text, with none above it, needs more', () => {
    const above: Line = ['老街夜市开张', 0.9];
    check([above, [name, 0.07], ...text], ['老街夜市开张', name]);
    check([above, [name, 0.05], ...text], ['老街夜市开张']);
  });
  it('and is none where it is as much shorter than the text below as an indent is wide', () =>
    check([['老街夜市开张', 0.9], ['柳河大桥今年三月建成通车', 0.07], ...text], ['老街夜市开张']));
  it('nor above a bracket that goes with it', () =>
    check(
      [
        ['老街夜市开张', 0.9],
        ['柳文远和江晓雨', 0.07],
        ['（左）走过新桥', 0],
      ],
      ['老街夜市开张'],
    ));
  it('nor where a word that the line’s end cuts reads on from it', () =>
    check(
      [
        ['老街夜市开张', 0.9],
        ['各地清查生态环境管', 0.07],
        ['理示范区里的企业和工厂', 0],
      ],
      ['老街夜市开张'],
    ));

  it('nor below a name with a title above it: there the text begins, or the verse', () => {
    const verse: readonly Line[] = [
      ['柳文远', 'byline'],
      ['渡口还在', 0.1],
      ['船不在', 0],
      ['桥来了', 0],
    ];
    check([ended, ['山居二首', 0.9], ...verse], ['山居二首']);
    check([ended, ['\n柳文远', 'byline'], ...verse.slice(1)], []);
    check([ended, ...verse], ['渡口还在']);
  });

  it('a row between an end and a story’s beginning is a title', () => {
    const lead: Line = ['本报讯（记者林舟）柳河大桥', 0];
    check([ended, [name, 0.07], lead], [name]);
    check([open, [name, 0.07], lead], []);
  });

  it('a row above a name on a row of its own needs next to nothing', () => {
    const signed = (p: number): readonly Line[] => [open, ['修好水渠就能多种水稻', p], ['柳文远', 'byline'], ...text];
    check(signed(0.01), ['修好水渠就能多种水稻']);
    check(signed(0.001), []);
    check([open, ['水渠修好', 0.01], ['柳文远', 'byline']], []);
  });

  it('up to three rows between titles are titles', () => {
    const between = (...rows: string[]): readonly Line[] => [
      ['老街夜市开张', 0.9],
      ...rows.map((row): Line => [row, 0.006]),
      ['便民桥通车', 0.9],
    ];
    const all = (rows: readonly Line[]): string[] => rows.map(([row]) => row);
    const three = between('去年全县企业', '的新办数量', '又创新高');
    check(three, all(three));
    check(between('去年全县企业', '的新办数量', '又创新高', '外来客商'), ['老街夜市开张', '便民桥通车']);
    check(between('去年全县，企业'), ['老街夜市开张', '便民桥通车']);
  });

  it('a name beside a title is no part of it', () =>
    check([['老街夜市开张', 0.9], ['林建国', 0.4], ...text], ['老街夜市开张']));
});

describe('a row below a blank line and right above text', () => {
  const [full, more] = ['从城里来的客人一天比一天多起来，', '老街的铺子也都重新开张迎接客人，'];
  const below: readonly Line[] = [full, more, full, more].map((row): Line => [row, 0]);
  const checkHead = (row: string, isTitle: boolean, ocr = false): void =>
    check([...below, ended, [`\n${row}`, 0.1], ...below], isTitle ? [`\n${row}`] : [], ocr);

  it('is a title where it leaves room in its column, or is wider', () => {
    checkHead('老街夜市又开张', true);
    checkHead('老街夜市又开张一百二十多个摊位换新颜', true);
  });
  it('but not where it leaves only the room of an indent, ends a sentence or reads on in a word', () => {
    checkHead('老街夜市又开张一百二十个摊', false);
    checkHead('老街夜市又开张一百二十个新摊位', false);
    checkHead('老街夜市开张。', false);
    check([...below, ended, ['\n各地清查生态环境管', 0.1], ['理示范区里的企业和工厂以及单位，', 0], ...below], []);
  });
  it('nor where it heads a table', () => {
    const rows = ['1 河州海燕 46 14', '2 滨城雄狮 43 13', '3 永济飞鹰 38 11'].map((row): Line => [row, 0]);
    check([...below, ended, ['\n名次 球队 积分 场次', 0.1], ...rows, ...below], []);
  });
  it('nor without the blank line, with another one and no text below, or where text above has not ended', () => {
    const title: Line = ['老街夜市又开张', 0.1];
    check([...below, ended, title, ...below], []);
    check([...below, ended, ['\n老街夜市又开张', 0.1], [`\n${full}`, 0], [`\n${full}`, 0]], []);
    check([...below, [full, 0], ['\n老街夜市又开张', 0.1], ...below], []);
  });
});

describe('a row below a title that fills its column as the next one does', () => {
  it('is text', () => {
    const above: Line = ['老街夜市又开张', 0.9];
    const rows: readonly Line[] = [
      ['停业半年的老街夜市昨天晚上重新', 0.1],
      ['开门迎客一百多个摊位换上新灯箱', 0],
      ['老街的铺子也都重新开张迎接客人', 0],
    ];
    check([above, ...rows], [above[0]]);
  });
});

describe('rows that begin the text right below them', () => {
  const rest: readonly Line[] = [
    ['从城里来的客人多起来，', 0],
    ['老街的铺子都开了张。', 0],
  ];
  it('are no titles where they begin with a mark, a letter or a digit', () => {
    for (const row of ['“夜经济”一词', '3月以来的老街', 'KTV的客人'])
      check([['夜市到半夜才散。', 0], [row, 0.9], ...rest], []);
    check([['夜市到半夜才散。', 0], ['夜经济红火起来', 0.9], ...rest], ['夜经济红火起来']);
  });
  it('but titles all the same above a lead, or where no text stands above', () => {
    const quoted: Line = ['“夜经济”红火', 0.9];
    const lead: Line = ['本报讯（记者林舟）老街', 0];
    check([['夜市到半夜才散。', 0], quoted, lead, ...rest], [quoted[0]]);
    check([quoted, ...rest], [quoted[0]]);
    check([['要闻版', 'furniture'], quoted, ...rest], [quoted[0]]);
  });
  it('nor, if they are not sure titles, where they are short by an indent', () => {
    const row = '老街夜市三月开张';
    check([['夜市到半夜才散。', 0], [row, 0.8], ...rest], []);
    check([['夜市到半夜才散。', 0], [row, 0.9], ...rest], [row]);
    check([['夜市到半夜才散。', 0], [row, 0.8], ['本报讯（记者林舟）', 0], ...rest], [row]);
    check([['夜市到半夜才散。', 0], [row, 0.8], ...rest], [row], true);
  });
});
