import assert from 'node:assert/strict';
import { looksLikeOcr } from '../../../server/src/page/traits';

const check = (name: string, text: string, expected: boolean): void => {
  it(name, () => assert.equal(looksLikeOcr(text), expected));
};

describe('whether OCR made a page', () => {
  const plain = '平野县的“春茶”（明前）开采了：茶农说，今年雨水好！';

  check('an empty page', '', false);
  check('a text layer', plain, false);
  check('half-width marks throughout', '平野县(云岭):茶农说;好!(林舟)采茶?是!', true);
  check('a few half-width marks', `${plain}见(一)(二)`, false);
  check('a text that was typed with half-width quotation marks', '他说"春茶开采了"，又说"今年好"。', false);
  check('a single half-width mark among full-width ones', `${plain}又说"今年好。`, true);
  check('an apostrophe for the dot of a name', `${plain}买买提'艾力说。`, true);
  check('a bracket for a digit', '2023年]月3日\n平野县', true);
  check('a bracket for a digit, behind another line', '［平野\n2023年[1]\n3]月', true);
  check(
    'the marks of marked-up text',
    `# 云岭的春天\n\n${plain}\n\n![图为茶农在采茶。 高山 摄](a.jpg)\n![（资料图片）]()`,
    false,
  );
  check('a line of titles parted by a bar', `${plain}\n文化|副刊`, false);
  check('bars for dirt', `${plain}\n天|\n党|云`, true);
  check('signs in Latin text', "it's [sic] a|b `c` {d}", false);
});
