import { markUp } from '../markup/document';
import { say } from '../text/message';
import { EXIT, type Run } from './command';
import { print, write } from './deliver';
import { eachPage } from './each';
import { Failure } from './failure';
import { findFiles } from './files';
import { loadResources } from './resources';
import { settingsFor } from './settings';

/** `newspaper markup`: the pages restored and marked up, printed or written in place. */
export const markup: Run = async (call) => {
  const inPlace = call.flags.has('write');
  const files = await findFiles(call.files, call.terminal);
  if (!inPlace && files.length > 1) {
    throw new Failure(
      say('One file is printed at a time, and {0} were named; “--write” writes each in place', files.length),
    );
  }
  const resources = loadResources(call.terminal);
  return eachPage(files, call, async (file) => {
    const text = markUp(file.decoded.text, resources, settingsFor(file.name, call.terminal));
    if (inPlace) await write(file, text, call);
    else print(file, text, call);
    return EXIT.clean;
  });
};
