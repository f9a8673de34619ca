import Mocha from 'mocha';
import { finish, options } from './finish';

/** What VS Code's Node extension host calls. */
export function run(): Promise<void> {
  const mocha = new Mocha(options);
  // Gives the test files `describe` and `it`, which Mocha's own loader would have given.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  require('./all');
  return finish((done) => mocha.run(done));
}
