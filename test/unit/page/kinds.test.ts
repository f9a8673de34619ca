import assert from 'node:assert/strict';
import { kindsOf } from '../../../server/src/page/kinds';
import { KINDS, type Kind } from '../../../server/src/page/roles';
import { draftOf } from './rowsOf';

/** Lines, each with its odds of a title; a name in the second place makes a row that is surely of that kind. */
type Line = readonly [text: string, title: number | Kind];

/** The lines that are taken for titles. */
function check(lines: readonly Line[], expected: readonly string[], ocr = false): void {
  const { page } = draftOf(...lines.map(([text]) => text));
  const odds = lines.map(([, title]) => {
    const sure = typeof title === 'number' ? 'title' : title;
    const p = typeof title === 'number' ? title : 0.9;
    return KINDS.map((kind) => (kind === sure ? p : kind === 'body' ? 1 - p : 0));
  });
  const { title } = kindsOf({ ...page, ocr }, odds, new Set());
  assert.deepEqual(
    lines.filter((_, i) => title[i] > 0.5).map(([text]) => text),
    expected,
  );
}

describe('kinds of rows, by what stands around them', () => {
  it('a row that may be a title is one beside a title', () => {
    check(
      [
        ['柳河两岸披新绿', 0.9],
        ['便民桥今日通车', 0.3],
        ['群众走过桥来', 0.3],
      ],
      ['柳河两岸披新绿', '便民桥今日通车'],
    );
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
      ['收了停车费就得看好车', 0.4],
      ['柳文远', 'byline'],
      ['去年七月，家住城东的', 0.01],
    ];
    check(signed, ['收了停车费就得看好车']);
    check(signed, [], true);
    check(
      [
        ['收了停车费就得看好车', 0.1],
        ['柳文远', 'byline'],
      ],
      [],
    );
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
  it('a year’s apostrophe is no such mark', () =>
    check(
      [
        ['老街夜市重新开张', 0.9],
        ['’98河州庙会初五开锣', 0.1],
      ],
      ['老街夜市重新开张'],
    ));
  it('nor is a mark in a vertical title', () => {
    const stack = [...'“便民桥”'].map((character): Line => [character, 0.9]);
    check(stack, ['“', '便', '民', '桥', '”']);
  });
});
