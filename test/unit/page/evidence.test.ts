import assert from 'node:assert/strict';
import { knownSentence, sentenceOf } from '../../../server/src/page/evidence';
import { FORM_EVIDENCE_NAMES } from '../../../server/src/page/forms/evidence';
import { weights } from '../../../server/src/page/weights.generated';
import { render } from '../../../server/src/text/message';
import { translator } from '../../../server/src/translate';

/** The names of all tables; `bias` is what a table gives without any evidence. */
function namesIn(tables: object): string[] {
  const names = Object.entries(tables).flatMap(([name, value]) =>
    typeof value === 'object' ? namesIn(value) : [name],
  );
  return [...new Set(names)].filter((name) => name !== 'bias');
}

function check(name: string, english: string, chinese: string): void {
  it(name, () => {
    const message = sentenceOf({ name, score: 1 });
    assert.equal(render(message), english);
    assert.equal(translator('zh-CN')(message), chinese);
  });
}

describe('evidence in sentences', () => {
  describe('names that are composed', () => {
    check('dateline.inside', 'The dateline stands inside its line.', '电头在行中。');
    check(
      'closing-dateline fills row',
      'The line holds nothing but a dateline that closes a text.',
      '本行只有文末的电头。',
    );
    check('caption-credit ends row', 'The line ends with a photographer’s credit.', '本行以摄影署名结尾。');
    check(
      'previous sure byline tail',
      'The line above surely holds names in brackets that close a text.',
      '上一行确有文末括号中的姓名。',
    );
    check(
      'from weak jump',
      'The line before may hold a jump line to another page.',
      '所接的一行可能有下转某版的转接行。',
    );
    check(
      'han then digit',
      'The line before ends with a Chinese character, this one begins with a digit.',
      '所接的一行以汉字结尾，本行以数字开头。',
    );
    check('previous ends inner', 'The line above ends with a comma or the like.', '上一行以逗号之类的句中标点结尾。');
    check(
      'above, 2 titles between',
      'It stands higher on the page. Titles stand between them.',
      '在版面上位置靠上。两者之间有标题。',
    );
  });

  describe('classes of a measured value', () => {
    check('width0', 'Its width in characters: up to 1.', '宽度不超过 1 个字。');
    check('width4', 'Its width in characters: 4 to 6.', '宽度为 4 至 6 个字。');
    check('width13', 'Its width in characters: more than 30.', '宽度超过 30 个字。');
    check('measure0', 'It is far narrower than the lines around it.', '比周围各行窄得多。');
    check('measure4', 'It is as wide as the lines around it.', '与周围各行同宽。');
    check('measure5', 'It is a little wider than the lines around it.', '比周围各行略宽。');
    check('before: width differs 0', 'It is far wider than the title line before it.', '比前一标题行宽得多。');
    check(
      'head of a block of 5',
      'It is the first of 5 or more lines between blank lines.',
      '是两处空行之间至少5行中的第一行。',
    );
  });

  it('a name that no table knows stands for itself', () => {
    assert.equal(knownSentence('sure nothing'), null);
    assert.equal(render(sentenceOf({ name: 'sure nothing', score: 1 })), '“sure nothing”');
  });

  for (const [tables, names] of [
    ['the learnt weights', namesIn(weights)],
    ['the forms', FORM_EVIDENCE_NAMES],
  ] as const)
    describe(`every name of ${tables}`, () => {
      it('is told', () => {
        assert.ok(names.length > 50);
        assert.deepEqual(
          names.filter((name) => knownSentence(name) === null),
          [],
        );
      });
      for (const locale of ['en', 'zh-CN'])
        it(`is a whole sentence in ${locale}`, () => {
          const end = locale === 'en' ? '.' : '。';
          const sentences = names.map((name) => translator(locale)(sentenceOf({ name, score: 1 })));
          assert.deepEqual(
            sentences.filter((sentence) => !sentence.endsWith(end) || /[{}]|undefined|NaN/.test(sentence)),
            [],
          );
        });
    });
});
