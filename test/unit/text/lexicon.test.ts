import { deepStrictEqual, ok, strictEqual, throws } from 'node:assert';
import { UNKNOWN, unpackLexicon } from '../../../server/src/text/lexicon';
import { testLexicon } from '../lexicon';

describe('lexicon', () => {
  it('knows words of one to four characters', () => {
    for (const word of ['的', '未来', '图书馆', '栩栩如生', '北京']) ok(testLexicon().isWord(word), word);
    for (const text of ['', '末来', '未来的', '来未', 'abc', '。', '未'])
      strictEqual(testLexicon().isWord(text), text === '未');
  });

  it('looks at a part of a text where told', () => {
    const text = '去图书馆看书';
    ok(testLexicon().isWord(text, 1, 4));
    ok(!testLexicon().isWord(text, 0, 4));
    strictEqual(testLexicon().logProbability(text, 1, 4), testLexicon().logProbability('图书馆'));
  });

  it('gives frequent words the higher probability', () => {
    const of = (word: string): number => testLexicon().logProbability(word) ?? Number.NEGATIVE_INFINITY;
    ok(of('中国') > of('图书馆'));
    ok(of('图书馆') > of('栩栩如生'));
    ok(of('中国') < 0);
    strictEqual(testLexicon().logProbability('末来'), null);
  });

  it('calls back for each word from a start, shortest first, up to the limit', () => {
    const words = (text: string, limit: number): string[] => {
      const found: string[] = [];
      testLexicon().eachWordAt(text, 1, limit, (end) => found.push(text.slice(1, end)));
      return found;
    };
    deepStrictEqual(words('去图书馆看书', 6), ['图', '图书', '图书馆']);
    deepStrictEqual(words('去图书馆看书', 3), ['图', '图书']);
    deepStrictEqual(words('去，', 2), []);
  });

  it('weighs the best cut of a text', () => {
    const lexicon = testLexicon();
    const sum = (...words: string[]): number => words.reduce((s, w) => s + (lexicon.logProbability(w) ?? UNKNOWN), 0);
    strictEqual(lexicon.bestPath('图书馆'), sum('图书馆'));
    strictEqual(lexicon.bestPath('未来的图书馆'), sum('未来', '的', '图书馆'));
    strictEqual(lexicon.bestPath(''), 0);
    strictEqual(lexicon.bestPath('A'), UNKNOWN);
  });

  it('refuses other bytes', () => {
    throws(() => unpackLexicon(new Uint8Array(64)), /not a packed lexicon/);
  });
});
