import assert from 'node:assert/strict';
import { bylineValue, saidByline, saidDateline, saidJump } from '../../../server/src/page/markedValues';
import { chooseProfile } from '../../../server/src/page/profiles/choose';

const PLACE = { span: { start: 3, end: 9 }, lines: [1] };
const names = (text: string) => {
  const said = saidByline({ word: 'signed', text }, PLACE);
  return said && [said.role, ...said.names.map(({ name }) => name)];
};

describe('what a comment says itself', () => {
  it('is a byline: role and names, either alone, however parted', () => {
    assert.deepEqual(names('本报记者：林舟、高山'), ['本报记者', '林舟', '高山']);
    assert.deepEqual(names('记者: 林舟 高山'), ['记者', '林舟', '高山']);
    assert.deepEqual(names('林舟'), [null, '林舟']);
    assert.deepEqual(names('本报评论员：'), ['本报评论员']);
    assert.equal(names('：、'), null);
  });
  it('is written as it is read', () => {
    for (const text of ['本报记者：林舟、高山', '林舟', '本报评论员：']) {
      const said = saidByline({ word: 'signed', text }, PLACE);
      assert.equal(said && bylineValue(said), text);
    }
  });
  it('is a dateline, if it is one', () => {
    const profile = chooseProfile('');
    const said = (text: string) => saidDateline({ word: 'dateline', text }, PLACE, profile);
    const { agency, place, month, day, kind, span } = said('新华社北京2月18日电') ?? assert.fail();
    assert.deepEqual([agency, place, month, day, kind, span], ['新华社', '北京', 2, 18, '电', PLACE.span]);
    assert.equal(said('北京的春天'), null);
  });
  it('is a jump to or from a page', () => {
    assert.deepEqual(
      (['jump', 'continued'] as const)
        .map((word) => saidJump({ word, text: 'A8' }, PLACE))
        .map(({ kind, page }) => [kind, page]),
      [
        ['to', 'A8'],
        ['from', 'A8'],
      ],
    );
  });
});
