/** A minute for one test: a machine may be busy, and each test waits for what it needs. */
export const options = { ui: 'bdd', timeout: 60_000, color: false, reporter: 'spec' } as const;

/** Runs Mocha; throws where a test fails, and where none ran, which would else pass for success. */
export function finish(run: (done: (failures: number) => void) => Mocha.Runner): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = run((failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else if (!runner.stats?.tests) reject(new Error('no test ran'));
      else resolve();
    });
  });
}
