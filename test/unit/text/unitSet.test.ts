import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UnitSet } from '../../../server/src/text/unitSet';

describe('a set of units', () => {
  it('holds the units of its texts and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.integer({ min: 0, max: 0xffff }), (texts, unit) => {
        const set = new UnitSet(...texts);
        const units = texts.flatMap((text) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
        assert.ok(units.every((held) => set.has(held)));
        assert.equal(set.has(unit), units.includes(unit));
      }),
    );
  });

  it('holds nothing behind the end of a text', () => assert.ok(!new UnitSet('记者').has('记'.charCodeAt(1))));
});
