import assert from 'node:assert/strict';
import { readingPlaces, sortAsRead } from '../../../server/src/page/readingPlaces';

/** A story of two columns, the right one extracted first. */
const piece = (start: number, end: number) => ({ start, end });
const paragraphs = [
  { text: '', pieces: [piece(100, 110), piece(111, 120)], lines: [], subhead: false },
  { text: '', pieces: [piece(130, 140), piece(0, 10), piece(11, 20)], lines: [], subhead: false },
];
const placeOf = readingPlaces(paragraphs);

describe('a place in reading order', () => {
  it('is that of the row that holds it', () => assert.deepEqual([100, 119, 135, 5, 19].map(placeOf), [0, 1, 2, 3, 4]));
  it('is behind the row above where no row holds it', () => assert.deepEqual([125, 150].map(placeOf), [1.5, 2.5]));
  it('is above the text where it stands before the first row', () => assert.deepEqual([50, 99].map(placeOf), [-1, -1]));
  it('is above everything in a story without text', () => assert.equal(readingPlaces([])(7), -1));
  it('puts elements in order', () => {
    const at = (start: number) => ({ span: { start } });
    assert.deepEqual(sortAsRead([at(5), at(125), at(60), at(50), at(101)], paragraphs), [
      at(50),
      at(60),
      at(101),
      at(125),
      at(5),
    ]);
  });
});
