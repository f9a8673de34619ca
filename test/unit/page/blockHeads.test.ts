import assert from 'node:assert/strict';
import { blockHeads } from '../../../server/src/page/blockHeads';
import { draftOf } from './rowsOf';

/** The rows that head a block, as titles; `odds` of the first look are small for all rows but those named. */
function check(
  lines: readonly string[],
  expected: readonly string[],
  odds: Readonly<Record<string, number>> = {},
  captions: readonly string[] = [],
): void {
  const { page } = draftOf(...lines);
  const { flowing } = page.sheet;
  const other = {
    isAside: () => false,
    isCaption: (i: number) => captions.includes(flowing[i].bare),
    isFurniture: () => false,
  };
  const first = flowing.map(({ bare }) => odds[bare] ?? 0.02);
  const heads = blockHeads(page, first, other);
  assert.deepEqual(blockHeads({ ...page, ocr: true }, first, other), []);
  // Columns that keep their places have blank lines of their own.
  const placed = { ...page.sheet, flowing: flowing.map((row) => ({ ...row, left: 0 })) };
  assert.deepEqual(blockHeads({ ...page, sheet: placed }, first, other), []);
  assert.deepEqual(
    heads.map(({ first: from, end }) =>
      flowing
        .slice(from, end)
        .map(({ bare }) => bare)
        .join('/'),
    ),
    expected,
  );
}

const above = ['渡口的石阶被雨水洗得发亮，船家', '已经在那里等了半个多时辰。'];
const text = ['摆渡的老人今年七十六岁，撑了整', '整五十年的船，两岸的人家没有他', '叫不出名字的。'];

describe('what heads a block of text below a blank line', () => {
  it('is a title, as a whole, where its rows are none of the column', () => {
    check([...above, '', '老渡口的', '“活地图”', ...text], ['老渡口的/“活地图”']);
    check(
      [...above, '', '一条船、一支篙，撑过半个世纪的风和雨', '老渡口', ...text],
      ['一条船、一支篙，撑过半个世纪的风和雨/老渡口'],
    );
    check([...above, '', '老渡口：', '', ...text], []);
    check([...above, '', '老渡口', '', ...text], ['老渡口']);
  });
  it('but not where it is as wide as the column, but for an indent', () => {
    check([...above, '', '老渡口上的老人姓什么', '没有人说得清，只知道他姓水的水', ...text], ['老渡口上的老人姓什么']);
    check(
      [...above, '', '老渡口上的老人姓什么呢', '没有人说得清，只知道他姓水的水', ...text],
      ['老渡口上的老人姓什么呢'],
    );
    check([...above, '', '老渡口上的老人姓什么名什', '没有人说得清，只知道他姓水的水', ...text], []);
  });
  it('nor where it is short only by its full-width digits', () => {
    check([...above, '', '１９８４年以来老渡口人', ...text], ['1984年以来老渡口人']);
    check([...above, '', '１９８４年１２月２６日老渡口', ...text], []);
  });
  it('unless a lead or a byline is right below it', () => {
    const nearly = '老渡口上的老人姓什么名什';
    check([...above, '', nearly, '本报讯（记者林舟）摆渡的老人今', ...text], [nearly]);
    check([...above, '', nearly, '', '本报讯（记者林舟）摆渡的老人今', ...text], []);
    check([...above, '', nearly, '□ 本报记者 林 舟', ...text], [nearly]);
    check([...above, '', '五十年', nearly, '□ 本报记者 林 舟', ...text], [`五十年/${nearly}`]);
  });
  it('nor where a sentence ends in it', () => {
    check([...above, '', '老人姓水。', ...text], []);
    check([...above, '', '老人姓什么？', ...text], ['老人姓什么？']);
  });
  it('nor where it breaks off at a mark, leaves a bracket open or has one character', () => {
    for (const row of ['老渡口、', '“老渡口', '渡']) check([...above, '', row, ...text], []);
  });
  it('nor with a comma, unless it looks like a title a little', () => {
    check([...above, '', '船在，人在', ...text], ['船在，人在']);
    check([...above, '', '船在，人在', ...text], [], { '船在，人在': 0.005 });
    check([...above, '', '船在，人在，心在', ...text], []);
  });
  it('nor where a word reads on into the text', () =>
    check([...above, '', '昨天的太', '阳照着渡口，摆渡的老人今年七十', ...text], []));
  it('nor where the text above breaks off', () => check([above[0], '', '老渡口', ...text], []));
  it('nor where what is below is a title, or has one row', () => {
    check([...above, '', '老渡口', ...text], [], { [text[0]]: 0.9 });
    check([...above, '', '老渡口', text[0], '', ...above], []);
  });
  it('nor a row of a table, or a caption', () => {
    check([...above, '', '小船 2 10 3', '大船 1 40 6', '', ...text], []);
    check([...above, '', '老渡口', ...text], [], {}, ['老渡口']);
  });
  it('below a caption, a table, or a last row that is short', () => {
    const table = ['600111 渡口水运股份 18.22 10.02%', '600112 江北船业股份 17.31 10.01%'];
    check([...table, '', '老渡口', ...text], ['老渡口']);
    check([above[0], '', '老渡口', ...text], ['老渡口'], {}, [above[0]]);
    check([above[0], '渡口还在', '', '老渡口', ...text], ['老渡口']);
  });
  it('nor a verse or another block of short rows', () =>
    check([...above, '', '月亮落水', '船就轻了', '撑船的人', '慢慢老去', '渡口还在', '', ...text], []));
  it('nor on a page where a blank line stands after every line, or nowhere', () => {
    const lines = ['老渡口', ...text, ...above, '老渡口', ...text];
    check(lines, []);
    check(['老渡口', ...text, '', ...above], ['老渡口']);
    check(
      lines.flatMap((line) => [line, '']),
      [],
    );
  });
});
