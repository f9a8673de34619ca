import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { decode, ENCODINGS, encode, encodingNamed } from '../../../server/src/cli/encoding';
import { encodeGb18030 } from '../../../server/src/cli/gb18030';
import { isForeign, recogniseEncoding } from '../../../server/src/cli/recogniseEncoding';

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
      const recognised = recogniseEncoding(bytes);
      assert.ok(!isForeign(recognised));
      assert.deepEqual([recognised, decode(bytes, recognised).text], [encoding, text]);
    });
  }

  /** 清河兩岸新橋今日通車，市民往來只需五分鐘。 in Big5, which nothing here can write. */
  const BIG5 = Buffer.from(
    'b24daa65a8e2a9a4b773bef4a4b5a4e9b371a8aea141a5aba5c1a9b9a8d3a575bbdda4ada4c0c4c1a143',
    'hex',
  );

  const foreign: [string, Uint8Array, string][] = [
    ['Big5', BIG5, 'Big5'],
    ['Big5 cut within a character', BIG5.subarray(0, -1), 'Big5'],
    ['UTF-16 without a byte order mark', Buffer.from(`${HAN}\n`, 'utf16le'), 'UTF-16LE'],
    ['UTF-16 without a line end', Buffer.from(HAN, 'utf16le'), 'UTF-16LE'],
    ['UTF-16 of the other byte order', Buffer.from(`${HAN}\n`, 'utf16le').swap16(), 'UTF-16BE'],
    ['the same with a byte order mark', Buffer.from('\ufeffpage 1', 'utf16le').swap16(), 'UTF-16BE'],
  ];
  for (const [what, bytes, encoding] of foreign) {
    it(`recognises ${what}, which is not read`, () => assert.equal(recogniseEncoding(bytes), encoding));
  }

  it('goes by what the bytes say: GB 18030 stays it with one cut character, and with rare ones', () => {
    assert.equal(recogniseEncoding(gb(HAN).subarray(0, -1)), 'gb18030');
    assert.equal(recogniseEncoding(gb('耄耋饕餮魑魅魍魉')), 'gb18030');
  });

  it('takes no letters of the West for Chinese', () => {
    assert.equal(recogniseEncoding(Buffer.from('Café Zürich, à bientôt', 'latin1')), 'utf-8');
  });

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
