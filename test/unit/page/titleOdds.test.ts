import assert from 'node:assert/strict';
import { knownSentence } from '../../../server/src/page/evidence';
import { TITLE_REASONS, titleOdds } from '../../../server/src/page/titleOdds';
import { checkTitles as check, type Line, otherOf } from './checkTitles';
import { draftOf } from './rowsOf';

describe('odds of a title, by what stands around a row', () => {
  it('a row that may be a title is one beside a title', () => {
    check(
      [
        ['柳河两岸披新绿', 0.3],
        ['便民桥今日通车', 0.9],
        ['群众走过桥来', 0],
      ],
      ['柳河两岸披新绿', '便民桥今日通车'],
    );
  });

  it('a row right above text, where a story’s first row may stand, needs more', () => {
    const [title, text]: Line[] = [
      ['柳河两岸披新绿', 0.9],
      ['群众从新桥上走过来说', 0],
    ];
    const all = (p: number): readonly Line[] => [title, ['横跨柳河的便民桥', p], text];
    check(all(0.4), [title[0]]);
    check(all(0.45), [title[0], '横跨柳河的便民桥']);
    check([title, ['便民桥通车', 0.4], text], [title[0], '便民桥通车']);
  });

  it('a row above a title’s last character is the rest of that title', () => {
    check(
      [
        ['群众从桥上走过，都说方便。', 0.1],
        ['便民桥今日正式建成通', 0.1],
        ['车', 0.9],
      ],
      ['便民桥今日正式建成通', '车'],
    );
    check(
      [
        ['群众从桥上走过，都说方便。', 0.1],
        ['车', 0.9],
      ],
      ['车'],
    );
    check(
      [
        ['上学的孩子都说', 0],
        ['从前过河要绕十里路', 0.1],
        ['便', 0.9],
        ['民', 0.9],
        ['桥', 0.9],
      ],
      ['便', '民', '桥'],
    );
  });

  it('a row that may be a title is one above a name on a row of its own, but not where OCR read them', () => {
    const signed: readonly Line[] = [
      ['修好水渠就能多种水稻', 0.4],
      ['柳文远', 'byline'],
      ['去年七月，家住城东的', 0.01],
    ];
    check(signed, ['修好水渠就能多种水稻']);
    check(signed, [], true);
  });

  const cutAbove: readonly Line[] = [
    ['清水镇建成生态环境管', 0.01],
    ['理示范区', 0.9],
  ];
  it('a row whose last word is cut belongs to the title that begins with the rest of it', () =>
    check(cutAbove, ['清水镇建成生态环境管', '理示范区']));
  it('but not where OCR read them', () => check(cutAbove, ['理示范区'], true));
  it('nor where a word at its beginning is cut, too', () =>
    check([['村里请专家来作环境评', 0.01], ['估，专家建议生态环境管', 0.01], cutAbove[1]], ['理示范区']));
  it('a row below a title that begins with the rest of its word needs little to be part of it', () => {
    const title: Line = ['河湾大桥合拢促进区域经', 0.9];
    check([title, ['济发展', 0.06]], ['河湾大桥合拢促进区域经', '济发展']);
    check([title, ['济发展', 0.01]], ['河湾大桥合拢促进区域经']);
    check([title, ['群众说好', 0.06]], ['河湾大桥合拢促进区域经']);
  });

  it('a row above one that begins with a mark is text', () => {
    check(
      [
        ['那里如今是老街夜市', 0.9],
        ['，一到晚上人来人往', 0.1],
      ],
      [],
    );
    check(
      [
        ['那里如今是“老街夜市', 0.9],
        ['”，一到晚上人来人往', 0.1],
      ],
      [],
    );
  });
  it('but a mark in a vertical title is part of it', () => {
    const stack = [...'“便民桥”'].map((character): Line => [character, 0.9]);
    check(stack, ['“', '便', '民', '桥', '”']);
  });

  const between: readonly Line[] = [
    ['柳河两岸披新绿', 0.9],
    ['老街夜市重新开张', 0.02],
    ['便民桥今日通车', 0.9],
  ];
  it('a row between two titles is one', () =>
    check(
      between,
      between.map(([text]) => text),
    ));
  it('but not where OCR read them', () => check(between, ['柳河两岸披新绿', '便民桥今日通车'], true));
  for (const text of ['老街夜市，重新开张', '老街夜市重新开张。', '本报讯 老街夜市重新开张'])
    it(`nor is ${text}`, () => check([between[0], [text, 0.02], between[2]], ['柳河两岸披新绿', '便民桥今日通车']));

  it('a row below rows of another column that has the rest of a title’s word is part of that title', () => {
    const title: Line = ['河湾大桥试行优质服务公布监', 0.9];
    const text: Line = ['群众走过桥来，', 0];
    check([title, text, text, ['督电话请群众评议', 0.3]], [title[0], '督电话请群众评议']);
    check([title, text, text, ['督电话请群众评议', 0.1]], [title[0]]);
    check([title, text, text, ['群众来电话评议', 0.3]], [title[0]]);
  });

  it('a row whose bracket the text closes is text, above and below', () => {
    check(
      [
        ['细看老街“热闹', 0.9],
        ['账”，夜市的收入', 0.1],
      ],
      [],
    );
    check(
      [
        ['夜市有了《管理', 0.1],
        ['办法》以后', 0.9],
      ],
      [],
    );
    check(
      [
        ['细看老街“热闹', 0.9],
        ['账”里的学问', 0.9],
      ],
      ['细看老街“热闹', '账”里的学问'],
    );
    check(
      [
        ['细看老街“热闹账”', 0.9],
        ['夜市的收入', 0.05],
      ],
      ['细看老街“热闹账”'],
    );
  });
  it('a row alone between text that cuts its word is text', () => {
    const above: Line = ['夜校请来了镇上的老', 0];
    const lone: Line = ['师讲蔬菜新种法', 0.9];
    check([above, lone, ['听课的都来了', 0]], []);
    check(
      [
        ['都卖到城里', 0],
        ['全镇今年种植蔬', 0.9],
        ['菜三千亩', 0],
      ],
      [],
    );
    check([above, lone, ['菜农上网', 0.9]], [lone[0], '菜农上网']);
  });

  describe('above a row that begins with its words', () => {
    const title = '柳河便民桥今日通车';
    const text: Line = ['柳河便民桥昨日迎来', 0];
    const rest: Line = ['第一批过桥的人。', 0];
    const before: Line = ['孩子们都跑来看新桥的', 0];

    it('a row that may be a title is one', () => check([before, [title, 0.2], text, rest], [title]));
    it('but not a row that hardly may', () => check([before, [title, 0.05], text, rest], []));
    it('nor above its own copy', () => check([before, [title, 0.2], [title, 0], rest], []));
    it('nor where they share but little', () => check([before, [title, 0.2], ['柳河便民的新桥昨日迎', 0], rest], []));
    it('nor one that begins with a form, as bylines do', () =>
      check([['□本报记者陈守田', 0.2], ['□本报记者陈立秋', 0], rest], []));
  });
  it('is told in a sentence where the rows around decide it', () => {
    const rows: readonly Line[] = [
      ['便民桥通车', 0.3],
      ['柳河两岸披新绿', 0.9],
      ['细看老街“热闹', 0.9],
      ['账”，夜市的收入', 0.1],
    ];
    const { page } = draftOf(...rows.map(([text]) => text));
    const first = rows.map(([, odds]) => Number(odds));
    const { why } = titleOdds(page, first, otherOf(rows));
    assert.deepEqual(
      [...why].map(([row, { name }]) => [row, name]),
      [
        [0, TITLE_REASONS.together],
        [2, TITLE_REASONS.text],
      ],
    );
  });
  it('has a sentence for each reason', () => {
    for (const name of Object.values(TITLE_REASONS)) assert.notEqual(knownSentence(name), null);
  });
});
