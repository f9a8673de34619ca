import assert from 'node:assert/strict';
import { draft } from '../../../server/src/page/draft';
import { successionContext } from '../../../server/src/page/ordered';
import { chooseProfile } from '../../../server/src/page/profiles/choose';
import { successionEvidence } from '../../../server/src/page/succession';
import { testLexicon } from '../lexicon';

/** The names of what speaks for and against the second line going on from the first. */
function evidence(first: string, second: string): string[] {
  const text = `${first}\n${second}\n`;
  const context = successionContext(draft(text, testLexicon(), chooseProfile(text)));
  const names: string[] = [];
  successionEvidence(context, 0, 1, (name) => names.push(name));
  return names;
}

const check = (first: string, second: string, ...expected: readonly string[]): void => {
  const names = evidence(first, second);
  for (const name of expected) assert.ok(names.includes(name), `${name} is not among ${names.join(', ')}`);
};

describe('a row and the one it goes on from', () => {
  it('are told by the marks at the break', () => check('渠水流进了田里。', '村民们都来看', 'sentence then han'));

  it('are told by a bracket', () => check('渠水（去年引来的', '）流进了田里', 'closes what was open'));

  it('are told by names that sign a text: they stand behind a sentence', () => {
    check('渠水流进了田里。', '（王小河 李大山）', 'ended, then signed');
    check('渠水流进了', '（王小河 李大山）', 'open, then signed');
    check('渠水流进了田里。', '（据新华社北京2月18日电）', 'ended, then signed');
  });

  it('are not told by how wide such names are', () => {
    const about = (second: string): boolean =>
      evidence('渠水流进了田里，村民们都来看。', second).some((name) => name.includes('width differs'));
    assert.ok(!about('（王小河 李大山）'));
    assert.ok(about('村民们'));
  });

  it('are told by a form that the break cuts, and then by no other form', () => {
    const [first, second] = ['渠水流进了田里。（王小河', '李大山）'];
    check(first, second, 'one form spans the break');
    assert.deepEqual(
      evidence(first, second).filter((name) => /^(from|to) /.test(name)),
      [],
    );
    check('渠水流进了田里。（王小河）', '村民们都来看', 'from byline tail ends row');
  });
});
