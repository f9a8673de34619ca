import assert from 'node:assert/strict';
import { boxed } from '../../../server/src/page/boxes';
import { readRows } from '../../../server/src/page/rows';

/**
 * Rows that stand in one box with the row before, of a page whose rows are parted by line ends; | is a blank line. Rows
 * that begin with 题 are titles, no text.
 */
const check = (page: string, expected: string): void => {
  const sheet = readRows(page.replace(/\|/g, '\n\n').replace(/ /g, '\n'));
  const text = sheet.rows.flatMap(({ bare }, i) => (bare.startsWith('题') ? [] : [i]));
  assert.equal([...boxed(sheet, text)].map((i) => sheet.rows[i].bare).join(' '), expected);
};

describe('rows of one text box', () => {
  it('have no blank line between', () => check('甲一 甲二|乙一|丙一 丙二', '甲二 丙二'));
  it('are four at most: a longer stretch may be several columns', () => {
    check('甲一 甲二 甲三 甲四|乙一', '甲二 甲三 甲四');
    check('甲一 乙一 甲二 乙二 甲三|丙一', '');
  });
  it('have no blank line but the padding between on a padded page', () =>
    check('甲一 甲二|乙一|丙一|甲三|乙二|丙二|甲四', '甲二'));
  it('are none on a page without blank lines', () => check('甲一 乙一 甲二 乙二 甲三 乙三', ''));
  it('are rows of the text: below a title of its box a row goes on from nothing', () =>
    check('甲一|题一 乙一 乙二|丙一', '乙二'));
  it('are none on an empty page', () => check('', ''));
});
