import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inFolder } from './run';

/** The tool as a process: the bundle, its data beside it, and pipes. */
describe('the bundled command line', () => {
  it('runs as a process, prints much, and stands a reader that closes early', () =>
    inFolder(async (folder) => {
      const cli = join(folder, 'dist', 'cli.js');
      mkdirSync(join(folder, 'dist'));
      for (const name of ['lexicon.bin', 'confusions.bin'])
        copyFileSync(join('dist', name), join(folder, 'dist', name));
      await build({
        entryPoints: ['server/src/cli/main.ts'],
        bundle: true,
        platform: 'node',
        format: 'cjs',
        outfile: cli,
        logLevel: 'silent',
      });
      const input = '清河水长流。\n\n'.repeat(20_000);
      const whole = spawnSync(process.execPath, [cli, 'outline', '--format', 'json', '-'], {
        input,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      assert.equal(whole.stderr, '');
      assert.equal(JSON.parse(whole.stdout).length, 1);

      const failed = spawnSync(process.execPath, [cli, 'outline', 'missing.txt'], { encoding: 'utf8' });
      assert.deepEqual([failed.status, failed.stdout], [2, '']);
      assert.match(failed.stderr, /^newspaper: .*missing\.txt\n$/);

      const closing = spawn(process.execPath, [cli, 'outline', '--format', 'json', '-']);
      closing.stdin.end(input);
      closing.stdout.once('data', () => closing.stdout.destroy());
      let stderr = '';
      closing.stderr.on('data', (text) => {
        stderr += text;
      });
      assert.equal(await new Promise((done) => closing.on('close', done)), 0);
      assert.equal(stderr, '');
    })).timeout(60_000);
});
