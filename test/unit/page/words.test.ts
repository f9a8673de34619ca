import assert from 'node:assert/strict';
import { Grams } from '../../../server/src/page/continuity';
import { EMPTY_BAG, Words } from '../../../server/src/page/words';
import { testLexicon } from '../lexicon';
import { rowsOf } from './rowsOf';

const rows = rowsOf(
  '柳河便民桥通车',
  '群众走过便民桥',
  '老街夜市重新开张',
  '夜市摊位全部营业',
  '他们的确是在说的',
  '群众在夜市',
);
const words = new Words(rows, new Grams(rows), testLexicon());
const bag = (...texts: readonly string[]) => words.bag(texts);
const weight = (pair: string): number => words.bag([pair]).weight;

describe('the words of a page', () => {
  it('are pairs of characters, marks and digits aside', () => {
    assert.equal(bag('便民桥').pairs.length, 2);
    assert.equal(bag('便，民3桥').pairs.length, 0);
    assert.equal(bag('便民', '便民').pairs.length, 1);
  });

  it('count for more the fewer rows have them', () => assert.ok(weight('柳河') > weight('夜市')));
  it('count for next to nothing where they only hold a sentence together', () =>
    assert.ok(weight('是在') < weight('柳河') / 4));
  it('count for nothing where the page has them not', () => assert.equal(weight('茶园'), 0));

  it('shared by two texts are those both have, whichever comes first', () => {
    const [a, b] = [bag('便民桥通车'), bag('走过便民桥')];
    assert.ok(Math.abs(words.shared(a, b) - (weight('便民') + weight('民桥'))) < 1e-9);
    assert.equal(words.shared(a, b), words.shared(b, a));
  });

  it('make a text most like itself and unlike one without common words', () => {
    const a = bag(rows[0].bare);
    assert.ok(Math.abs(words.cosine(a, a) - 1) < 1e-9);
    assert.equal(words.cosine(a, bag(rows[2].bare)), 0);
    assert.equal(words.cosine(a, bag('')), 0);
  });

  it('tell whether two texts are one story’s: by characters, and by pairs', () => {
    const [a, b, c] = [bag('便民桥通车'), bag('走过便民桥'), bag('老街夜市')];
    for (const affinity of [words.characterAffinity.bind(words), words.pairAffinity.bind(words)]) {
      assert.ok(affinity(a, b) > 0);
      assert.ok(affinity(a, c) < 0);
      assert.equal(affinity(a, b), affinity(b, a));
      assert.ok(Math.abs(affinity(a, EMPTY_BAG)) < 1e-9);
    }
    // “桥便民” has the characters of “便民桥”, but only one of its pairs.
    assert.equal(words.characterAffinity(bag('桥便民'), b), words.characterAffinity(bag('便民桥'), b));
    assert.ok(words.pairAffinity(bag('桥便民'), b) < words.pairAffinity(bag('便民桥'), b));
  });

  it('of two rows tell whether they are one story’s, the rarer those in common the more', () => {
    const [bridge, people, market, stalls] = [0, 1, 2, 3];
    const affinity = (a: number, b: number): number => words.affinityWith(a)(b);
    assert.ok(affinity(bridge, people) > 0);
    assert.ok(affinity(bridge, market) < 0);
    assert.ok(Math.abs(affinity(bridge, people) - affinity(people, bridge)) < 1e-9);
    assert.ok(affinity(bridge, people) > affinity(market, stalls));
  });

  it('make two stretches of rows as like as their bags', () => {
    for (const k of [1, 2, 3, 4]) {
      const order = [0, 1, 2, 3, 4, 5];
      const [before, after] = [order.slice(0, k), order.slice(k)];
      const expected = words.cosine(bag(...before.map((i) => rows[i].bare)), bag(...after.map((i) => rows[i].bare)));
      assert.ok(Math.abs(words.likeness(order, 0, k, 6) - expected) < 1e-9);
    }
  });
});
