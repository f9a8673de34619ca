import assert from 'node:assert/strict';
import { inSlices, Stopped } from '../../server/src/slices';
import { finish, type Steps } from '../../server/src/text/steps';

function* busy(milliseconds: number, steps: number): Steps<number> {
  for (let i = 0; i < steps; i++) {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    yield;
  }
  return steps;
}

describe('work in steps', () => {
  it('gives the result', async () => {
    assert.equal(finish(busy(0, 3)), 3);
    assert.equal(await inSlices(busy(0, 3), () => false), 3);
  });

  it('lets others in between', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await inSlices(busy(5, 20), () => false);
    clearInterval(timer);
    assert.ok(turns >= 3, `${turns} turns of others`);
  });

  it('stops as soon as nobody waits', async () => {
    let stopped = false;
    setTimeout(() => {
      stopped = true;
    }, 15);
    const start = performance.now();
    await assert.rejects(
      inSlices(busy(5, 1000), () => stopped),
      Stopped,
    );
    assert.ok(performance.now() - start < 1000);
  });
});
