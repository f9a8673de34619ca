import { deepStrictEqual, ok, throws } from 'node:assert';
import { statSync } from 'node:fs';
import { unpackConfusions } from '../../../server/src/text/confusions';
import { testConfusions } from '../resources';

const unit = (character: string): number => character.charCodeAt(0);

describe('confusions', () => {
  it('knows how often a written character was read as another', () => {
    const confusions = testConfusions();
    deepStrictEqual(confusions.timesRead(unit('天'), unit('大')), 260);
    ok(confusions.timesRead(unit('未'), unit('末')) > 0);
    deepStrictEqual(confusions.timesRead(unit('国'), unit('的')), 0);
    deepStrictEqual(confusions.timesRead(unit('大'), unit('A')), 0);
    ok(confusions.timesWritten(unit('国')) > 1000);
    deepStrictEqual(confusions.timesWritten(unit('A')), 0);
  });

  it('lists the pairs of a recognised character in the order of what was written', () => {
    const confusions = testConfusions();
    const written: number[] = [];
    for (let pair = confusions.firstOf(unit('末')); pair < confusions.endOf(unit('末')); pair++) {
      written.push(confusions.writtenOf(pair));
      deepStrictEqual(confusions.timesOf(pair), confusions.timesRead(confusions.writtenOf(pair), unit('末')));
    }
    ok(written.includes(unit('未')));
    deepStrictEqual(
      written,
      [...written].sort((a, b) => a - b),
    );
  });

  it('has no pairs for the last unit there is', () => {
    const confusions = testConfusions();
    deepStrictEqual(confusions.firstOf(0xffff), confusions.endOf(0xffff));
  });

  it('stays small enough for a browser to download, together with the word list', () =>
    ok(statSync('dist/lexicon.bin').size + statSync('dist/confusions.bin').size < 600_000));

  it('refuses other bytes', () => {
    throws(() => unpackConfusions(new Uint8Array(64)), /not a packed table/);
  });
});
