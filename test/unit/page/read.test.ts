import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../server/src/page/document';
import type { Page } from '../../../server/src/page/model';
import { readPage } from '../../../server/src/page/read';
import { TITLE_REASONS } from '../../../server/src/page/titleOdds';
import { splitLines } from '../../../server/src/text/lines';
import type { Span } from '../../../server/src/text/span';
import { testResources } from '../resources';

/* What holds for every page that is read, whatever its text. */

const read = (text: string, former?: ReturnType<typeof readDocument>) => readDocument(text, testResources(), former);

const line = fc.oneof(
  fc.constantFrom(
    '云岭茶农的春天',
    '——来自平野县的报道',
    '平　野　春　早',
    '□ 本报记者 林舟 高山',
    '　　本报讯（记者 林舟）春分前后，云岭的雾',
    '一层叠着一层。天刚蒙蒙亮，茶农',
    '就背起竹篓上了山。',
    '河州3月5日电 两岸居民往来只需五分钟，',
    '图为茶农在采茶。 高山 摄',
    '（下转第4版）',
    '2023年3月6日 星期一 第1版',
    '茶',
    '茶园里装上了太阳          水渠边种起了果树',
    '# 题',
    '---',
    '',
    '　',
  ),
  fc.string({ unit: fc.constantFrom(...'春。“（》1a 　\ud800\udc00\u0000\u200b⽇—', '𠀀'), maxLength: 12 }),
);
const text = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\f'))
  .map(([lines, eol]) => lines.join(eol));

function assertTiled(page: Page): void {
  let at = 0;
  const pieces = [...page.pieces];
  for (const { n, span, eol } of splitLines(page.text)) {
    assert.ok(pieces[0]?.line === n, `line ${n} has a piece`);
    for (; pieces[0]?.line === n; pieces.shift()) {
      assert.equal(pieces[0].span.start, at);
      at = pieces[0].span.end;
    }
    assert.equal(at, span.end);
    at += eol.length;
  }
  assert.deepEqual(pieces, []);
}

/** Every element of a page: what has a span and lines. */
function elementsOf(value: unknown): { span: Span; lines: readonly number[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'span' in value && 'lines' in value ? [value as { span: Span; lines: number[] }] : [];
  return [...own, ...Object.values(value).flatMap(elementsOf)];
}

function assertWithin(page: Page): void {
  const count = splitLines(page.text).length;
  for (const { span, lines } of elementsOf(page)) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= page.text.length);
    assert.deepEqual(
      [...lines],
      [...new Set(lines)].sort((a, b) => a - b),
    );
    assert.ok(lines.every((n) => n >= 0 && n < count));
  }
  for (const { story } of page.pieces) assert.ok(story === null || page.stories[story] !== undefined);
  for (const { confidence } of [...page.pieces, ...page.stories]) assert.ok(confidence >= 0 && confidence <= 1);
}

describe('a text as it is read', () => {
  it('has pieces that tile each page, and elements within it', () =>
    fc.assert(
      fc.property(text, (raw) => {
        for (const { page } of read(raw).pages) {
          assertTiled(page);
          assertWithin(page);
        }
      }),
    ));

  it('stays as it was, its pages at the places they name', () =>
    fc.assert(
      fc.property(text, (raw) => {
        const document = read(raw);
        assert.equal(document.text, raw);
        for (const { start, firstLine, page } of document.pages) {
          assert.equal(raw.slice(start, start + page.text.length), page.text);
          assert.equal(splitLines(`${raw.slice(0, start)}.`).length - 1, firstLine);
        }
      }),
    ));

  it('is plain data: it survives being copied to another thread', () =>
    fc.assert(
      fc.property(text, (raw) => {
        const document = read(raw);
        assert.deepEqual(structuredClone(document), document);
      }),
      { numRuns: 30 },
    ));

  it('is read again only where an edit changed a page', () => {
    const before = read('一稿。\n\f二稿。\n\f三稿。\n');
    const after = read('一稿。\n\f二稿改了。\n\f三稿。\n', before);
    const kept = after.pages.map(({ page }, i) => page === before.pages[i].page);
    assert.deepEqual(kept, [true, false, true]);
  });
});

describe('a row whose kind the rows around it decided', () => {
  it('is as sure as they are, and tells why', () => {
    const page = readPage(
      [
        '清水镇经过三年努力终于建成了生态环境管',
        '理示范区',
        '　　本报讯（记者林舟）清水镇的生态环境管理',
        '示范区昨天建成。三年来，镇里种树三千亩，河',
        '水变清了，白鹭也飞回来了。镇长说，示范区里',
        '住着六百户人家，家家都说环境好了。',
      ].join('\n'),
      testResources(),
    );
    const [first] = page.pieces;
    assert.equal(first.role, 'headline');
    assert.equal(first.confidence, 0.6);
    assert.equal(first.why[0].name, TITLE_REASONS.cut);
  });
});

describe('page furniture that its form decided', () => {
  const { pieces, furniture } = readPage(
    [
      '国内统一连续出版物号：CN 99-0001',
      '短评',
      '把方便送到家门口',
      '　　本报讯（记者林舟）清水镇的便民服务站昨天',
      '开张。镇里的老人说，从前办事要走十里路，如今',
      '出门就到，一张笑脸、一杯热茶，事情就办好了。',
    ].join('\n'),
    testResources(),
  );

  it('is as sure as the form, and the head of a column is told', () =>
    assert.deepEqual(
      pieces.slice(0, 3).map(({ role, story, confidence }) => [role, story, role === 'headline' || confidence]),
      [
        ['masthead', null, 1],
        ['standing-head', null, 1],
        ['headline', 0, true],
      ],
    ));

  it('is of a kind that exports know', () =>
    assert.deepEqual(
      furniture.map(({ kind, text }) => [kind, text]),
      [
        ['masthead', '国内统一连续出版物号：CN 99-0001'],
        ['other', '短评'],
      ],
    ));
});
