import assert from 'node:assert/strict';
import { findColumns, keepsLayout } from '../../../server/src/page/placedOrder';
import { readRows } from '../../../server/src/page/rows';

/** The columns of a text, each as its rows in reading order. */
function columns(text: string): string[] {
  const sheet = readRows(text);
  assert.ok(keepsLayout(sheet));
  const previous = findColumns(
    sheet.rows.map((_, i) => i),
    sheet.rows,
  );
  const next = new Map([...previous].map(([b, a]) => [a, b]));
  return sheet.rows.flatMap((_, i) => {
    if (previous.has(i)) return [];
    const column = [i];
    for (let j = next.get(i); j !== undefined; j = next.get(j)) column.push(j);
    return [column.map((k) => sheet.rows[k].bare).join(' ')];
  });
}

const check = (lines: readonly string[], ...expected: readonly string[]): void =>
  assert.deepEqual(columns(lines.join('\n')), expected);

describe('the reading order of a page whose layout was kept', () => {
  it('follows each column', () =>
    check(
      ['柳河两岸锣鼓喧天     干渠穿过旱塬', '便民桥正式通车了     夏天蒸发量大', '群众不必再绕路了     节水九万方'],
      '柳河两岸锣鼓喧天 便民桥正式通车了 群众不必再绕路了',
      '干渠穿过旱塬 夏天蒸发量大 节水九万方',
    ));

  it('follows columns whose lines stand at different heights', () =>
    check(
      [
        '柳河两岸锣鼓喧天',
        '                     干渠穿过旱塬',
        '便民桥正式通车了',
        '                     夏天蒸发量大',
      ],
      '柳河两岸锣鼓喧天 便民桥正式通车了',
      '干渠穿过旱塬 夏天蒸发量大',
    ));

  it('allows for the indent of a paragraph', () =>
    check(
      ['  柳河两岸锣鼓喧天   干渠穿过旱塬', '便民桥正式通车了       夏天蒸发量大'],
      '柳河两岸锣鼓喧天 便民桥正式通车了',
      '干渠穿过旱塬 夏天蒸发量大',
    ));

  it('ends a column where nothing stands below it for long', () => {
    const right = Array.from({ length: 14 }, () => '                     干渠穿过旱塬');
    const [first, , last] = columns(['柳河两岸锣鼓喧天', ...right, '便民桥正式通车了'].join('\n'));
    assert.equal(first, '柳河两岸锣鼓喧天');
    assert.equal(last, '便民桥正式通车了');
  });

  it('is not asked of pages whose layout was lost', () =>
    assert.ok(
      !keepsLayout(
        readRows(
          '柳河两岸锣鼓喧天\n便民桥正式通车了\n     群众不必再绕路了\n干渠穿过旱塬\n夏天蒸发量大\n节水九万方\n老街夜市\n',
        ),
      ),
    ));
});

describe('places in a line', () => {
  const left = (...lines: readonly string[]): (number | null)[] =>
    readRows(lines.join('\n')).rows.map((row) => row.left);

  it('are counted in characters where that brings the rows into line', () =>
    assert.deepEqual(
      left('柳河两岸   干渠穿过', '便民桥通车了 夏天蒸发', '柳河两岸   节水九万', '南湖花开   夜市开张').slice(0, 2),
      [0, 7],
    ));
  it('are counted in cells where that does', () =>
    assert.deepEqual(
      left('柳河ABCD     干渠穿过', '柳河两岸     夏天蒸发', 'ABCDEFGH     节水九万').filter((_, n) => n % 2 === 1),
      [13, 13, 13],
    ));
  it('are not told by the indents of paragraphs', () =>
    assert.deepEqual(left('　　柳河两岸锣鼓喧天，', '　　干渠穿过旱塬，夏天', '　　南湖花开，游人如织'), [
      null,
      null,
      null,
    ]));
});
