import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { decode, ENCODINGS, encode, encodingNamed } from '../../../server/src/cli/encoding';
import { encodeGb18030 } from '../../../server/src/cli/gb18030';

const HAN = '清河两岸新桥通车，市民出行更方便。';
const gb = (text: string): Uint8Array => encodeGb18030(text) ?? new Uint8Array();
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('encodings', () => {
  const recognised: [string, Uint8Array, string, string][] = [
    ['ASCII', utf8('page 1'), 'utf-8', 'page 1'],
    ['UTF-8', utf8(HAN), 'utf-8', HAN],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${HAN}`), 'utf-8', HAN],
    ['UTF-8 cut within a character', utf8(HAN).subarray(1), 'utf-8', `\ufffd\ufffd${HAN.slice(1)}`],
    ['GB 18030', gb(HAN), 'gb18030', HAN],
    ['GB 18030 with characters of four bytes', gb(`${HAN}㐂𠮷`), 'gb18030', `${HAN}㐂𠮷`],
    ['UTF-16', Buffer.from(`\ufeff${HAN}`, 'utf16le'), 'utf-16le', HAN],
  ];
  for (const [what, bytes, encoding, text] of recognised) {
    it(`recognises ${what}`, () => {
      const decoded = decode(bytes, null);
      assert.deepEqual([decoded.encoding, decoded.text], [encoding, text]);
    });
  }

  it('reads in the encoding that is asked for', () => {
    assert.equal(decode(gb('桥'), 'gb18030').text, '桥');
    assert.equal(decode(utf8('桥'), 'utf-8').text, '桥');
  });

  it('knows the usual names', () => {
    assert.deepEqual(['UTF8', 'GBK', 'gb2312', 'UTF-16LE', 'koi8'].map(encodingNamed), [
      'utf-8',
      'gb18030',
      'gb18030',
      'utf-16le',
      null,
    ]);
  });

  it('writes codes of GB 18030 as the standard has them', () => {
    const hex = (text: string) => Buffer.from(gb(text)).toString('hex');
    assert.equal(hex('A'), '41');
    assert.equal(hex('啊'), 'b0a1');
    assert.equal(hex('㐀'), '8139ee39');
    assert.equal(hex('\u{10000}'), '90308130');
    assert.equal(hex('\u{10ffff}'), 'e3329a35');
    assert.equal(hex('\ufffd'), '8431a437');
  });

  it('writes what it reads, in every encoding', () => {
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith('\ufeff'));
    fc.assert(
      fc.property(texts, fc.constantFrom(...ENCODINGS), fc.boolean(), (text, encoding, bom) => {
        const bytes = encode({ text, encoding, bom });
        assert.ok(bytes);
        assert.deepEqual(decode(bytes, encoding), { text, encoding, bom });
      }),
    );
  });

  it('refuses what an encoding cannot hold', () => {
    assert.equal(encode({ text: 'a\ud800', encoding: 'utf-8', bom: false }), null);
    assert.equal(encode({ text: 'a\ud800', encoding: 'gb18030', bom: false }), null);
    assert.ok(encode({ text: 'a\ud800', encoding: 'utf-16le', bom: false }));
  });
});
