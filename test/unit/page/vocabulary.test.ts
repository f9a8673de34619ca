import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PRIOR, Vocabulary } from '../../../server/src/page/vocabulary';
import { rowsOf } from './rowsOf';

const page = ['柳河便民桥通车', '群众走过便民桥', '老街夜市重新开张', '夜市摊位全部营业', '桥桥桥'];
const vocabulary = new Vocabulary(rowsOf(...page));
const affinity = (a: string, b: string): number => vocabulary.affinity(vocabulary.of([a]), vocabulary.of([b]));

/** The log-odds of drawing the characters one after the other, each likelier for having been drawn before. */
function drawn(text: string): number {
  const all = [...page.join('')];
  const had = new Map<string, number>();
  let sum = 0;
  [...text].forEach((c, n) => {
    const prior = (PRIOR * all.filter((other) => other === c).length) / all.length;
    sum += Math.log((prior + (had.get(c) ?? 0)) / (PRIOR + n));
    had.set(c, (had.get(c) ?? 0) + 1);
  });
  return sum;
}

const ofPage = fc.array(fc.constantFrom(...new Set(page.join(''))), { maxLength: 60 }).map((list) => list.join(''));

describe('the characters of a page', () => {
  it('are its Han characters, each once, with their number', () => {
    const { units, counts, total } = vocabulary.of(['桥，便3民桥', '茶桥']);
    assert.equal(String.fromCharCode(...units), [...'便桥民'].sort().join(''));
    assert.deepEqual([...counts].sort(), [1, 1, 3]);
    assert.equal(total, 5);
  });

  it('are the same by row and by text', () => {
    assert.deepEqual(vocabulary.ofRows([0, 1]), vocabulary.of([page[0], page[1]]));
    assert.deepEqual(vocabulary.ofRows([]), vocabulary.of(['']));
  });

  it('are counted in a text of any length', () => {
    const many = '桥'.repeat(70000);
    const long = new Vocabulary(rowsOf(many));
    assert.equal(long.ofRows([0]).total, many.length);
    assert.equal(long.of([many, '桥']).total, many.length + 1);
  });

  it('tell by what two texts share whether one story has both', () => {
    assert.ok(affinity('便民桥', '便民桥') > 0);
    assert.ok(affinity('便民桥', '夜市摊位') < 0);
    assert.ok(affinity('便民桥通车', '夜市摊位营业') < affinity('便民桥', '夜市摊位'));
    assert.ok(affinity('柳河', '柳河') > affinity('桥桥', '桥桥'), 'a rare character tells more');
    assert.ok(Math.abs(affinity('', '便民桥')) < 1e-9);
  });

  it('give the odds of drawing them from one urn rather than from two', () =>
    fc.assert(
      fc.property(ofPage, ofPage, (a, b) => {
        const expected = drawn(a + b) - drawn(a) - drawn(b);
        assert.ok(Math.abs(affinity(a, b) - expected) < 1e-6, `${affinity(a, b)} for ${expected}`);
        assert.ok(Math.abs(affinity(a, b) - affinity(b, a)) < 1e-9);
      }),
    ));
});
