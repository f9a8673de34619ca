import { documentJson } from '../../../server/src/export/pageJson';
import type { Page } from '../../../server/src/page/model';

/** The outline of a page without what marking up may change: line numbers and confidence. */
export function outline(page: Page): unknown {
  const [json] = documentJson('', { text: page.text, pages: [{ start: 0, firstLine: 0, page }] });
  return JSON.parse(
    JSON.stringify(json, (key, value) => (['lines', 'headlineLines', 'confidence'].includes(key) ? undefined : value)),
  );
}
