// Mocha's browser build, which sets the global `mocha`.
import 'mocha/mocha.js';
import { finish, options } from './finish';

/** What the browser's extension host, a Worker, calls. */
export function run(): Promise<void> {
  mocha.setup({ ...options, reporter: undefined });
  require('./all');
  return finish((done) => mocha.run(done));
}
