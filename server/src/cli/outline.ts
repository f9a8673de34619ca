import { documentJson } from '../export/pageJson';
import { documentTree } from '../export/tree';
import { readDocument } from '../page/document';
import { EXIT, type Run } from './command';
import { eachFile, noText } from './each';
import { findFiles } from './files';
import { JsonArray } from './jsonArray';
import { isBinary } from './recogniseEncoding';
import { loadResources } from './resources';

/**
 * `newspaper outline`: the stories of each page as a tree for people, or as JSON. It refuses no text and no bytes, since
 * nothing comes to harm by it; where they are no text, it says so.
 */
export const outline: Run = async (call) => {
  const { terminal, values, show } = call;
  const files = await findFiles(call.files, terminal);
  const resources = loadResources(terminal);
  const format = values.get('format') ?? 'text';
  const array = new JsonArray(terminal.out);
  const code = await eachFile(files, call, ({ name, decoded }) => {
    if (isBinary(decoded.text)) terminal.note(`newspaper: ${show(noText(name))}`);
    const document = readDocument(decoded.text, resources);
    if (format === 'text') terminal.out(documentTree(name, document, show));
    else
      for (const page of documentJson(name, document)) {
        if (format === 'json') array.add(page);
        else terminal.out(`${JSON.stringify(page)}\n`);
      }
    return EXIT.clean;
  });
  if (format === 'json') array.end();
  return code;
};
