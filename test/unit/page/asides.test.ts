import assert from 'node:assert/strict';
import { asideEvidence, homes } from '../../../server/src/page/asides';
import { makeBody } from '../../../server/src/page/links';
import { order } from '../../../server/src/page/ordered';
import { weights } from '../../../server/src/page/weights.generated';
import { draftOf } from './rowsOf';

/** Whether the story of these lines counts as signed when the home of the name on the last line is sought. */
function check(story: readonly string[], expected: boolean): void {
  const { page: draft, odds } = draftOf(...story, '方澄远');
  const page = order(draft, odds, weights);
  const body = makeBody(
    page,
    story.map((_, i) => i),
    false,
  );
  const names: string[] = [];
  asideEvidence(homes(page, [body], [], []), [story.length], 0, (name) => names.push(name));
  assert.equal(names.includes('without a marker: is signed'), expected);
}

describe('a name on a row of its own is hardly that of a story', () => {
  const text = ['便民桥昨天正式通车，从前过河要绕', '十里路，如今两岸群众出门就是桥，', '老人孩子都说方便。'];

  it('whose lead names its reporter', () => {
    check(text, false);
    check(['本报讯（记者沈知远）便民桥昨天正', ...text], true);
    check(['本报讯 便民桥昨天正式通车，从前过', ...text], false);
  });
  it('that names close, or a photographer’s credit', () => {
    check([...text, '大家都来看桥。（沈知远）'], true);
    check([...text, '图为便民桥。（记者 沈知远摄）'], true);
  });
});
