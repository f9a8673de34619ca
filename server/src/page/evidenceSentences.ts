import { type Message, say } from '../text/message';
import { WIDTHS } from './roles';

/** What a family of evidence tells a person; the numbers of its name are classes (bins) of a measured value, or counts. */
export type Sentence = Message | ((...numbers: number[]) => Message);

/** Two sentences, one behind the other. */
export const sentences = (first: Message, second: Message): Message => say('{0} {1}', first, second);

/** Counts are cut off in the names of evidence: `cap` stands for itself and all above. */
const count = (n: number, cap: number): string | Message => (n < cap ? String(n) : say('{0} or more', cap));

/** `step`: how many classes the width lies above (or below) the class of equal widths. */
function comparedBy(step: number, other: Message): Message {
  if (step <= -3) return say('It is far narrower than {0}.', other);
  if (step === -2) return say('It is narrower than {0}.', other);
  if (step === -1) return say('It is a little narrower than {0}.', other);
  if (step === 0) return say('It is as wide as {0}.', other);
  if (step === 1) return say('It is a little wider than {0}.', other);
  if (step === 2) return say('It is wider than {0}.', other);
  return say('It is far wider than {0}.', other);
}
/** Of a width among an odd number of classes, the middle one of which is that of equal widths. */
const compared =
  (classes: number, other: Message) =>
  (n: number): Message =>
    comparedBy(n - (classes - 1) / 2, other);

/** One sentence for the classes up to `last`, another for those above. */
const upTo =
  (last: number, low: Message, high: Message) =>
  (n: number): Message =>
    n <= last ? low : high;

const told =
  (first: Message, rest: (n: number) => Message) =>
  (n: number): Message =>
    sentences(first, rest(n));

function widthClass(n: number): Message {
  if (n === 0) return say('Its width in characters: up to {0}.', WIDTHS[0]);
  if (n < WIDTHS.length) return say('Its width in characters: {0} to {1}.', WIDTHS[n - 1], WIDTHS[n]);
  return say('Its width in characters: more than {0}.', WIDTHS[WIDTHS.length - 1]);
}

const COPIES = say('It was printed more than once.');
const QUOTES = say('It holds a quotation or a title in book marks.');
const DASH = say('It begins with a dash.');
const WORD_OVER_BREAK = say('Read together, the two make a word over the break.');
const PHRASE_OVER_BREAK = say('The characters around the break stand together elsewhere on the page.');
const READS_ON = say('How well the text reads on over the break.');
const SHARED = say('How many words the two have in common.');
const SAME_CHARACTERS = say('How often the two use the same characters, more or less often than by chance.');
const SAME_PAIRS = say('How often the two use the same pairs of characters, more or less often than by chance.');
const SHARED_FAR = say('How many words the text on both sides has in common.');
const SHORTER_PART = say('How long the shorter of the two is.');
const BREAK_WEIGHED = say('How much the lines at the break look like the end of a story.');
const SEQUEL_WEIGHED = say('How well the second goes on where the first stops.');
const TITLE_WORDS = say('The story has the title’s words.');
const COLUMN_STAYS = say('The column keeps its width.');
const COLUMN_CHANGES = say('The column changes its width.');
const SAME_MEASURE = say('The columns of the two are equally wide.');
const OTHER_MEASURE = say('The columns of the two differ in width.');
const ENDS_BEFORE = say('The line before ends a sentence.');
const BREAKS_OFF = say('The line before breaks off in mid-sentence.');
const TITLES_IN_COMMON = say('How much of the same titles’ words the two have.');
const FILLED = say('The line before fills its column.');
const SHORT = say('The line before leaves room in its column.');
/** Classes of what a line lacks of its column's width: one character is lost where marks must not begin the next line. */
const ENDED = upTo(
  1,
  say('The line before ends a sentence and fills its column.'),
  say('The line before ends a sentence and leaves room in its column.'),
);
const OPEN = upTo(
  1,
  say('The line before breaks off in mid-sentence and fills its column.'),
  say('The line before breaks off in mid-sentence and leaves room in its column.'),
);
const THIS_FILLS = upTo(1, say('It fills its column.'), say('It leaves room in its column.'));
const LINE_BEFORE = compared(9, say('the line before'));
const CAPTION_BELOW = compared(9, say('the lines of the caption below it'));
const NEXT_TITLE_LINE = say('the title line before it');
const TITLES_BETWEEN = upTo(0, say('No title stands between them.'), say('Titles stand between them.'));
const NO_GAP = say('No blank line stands between them.');
const GAP = say('Blank lines stand between them.');

/**
 * The sentences by the family's name: the name of the evidence with # for each number. A name of several parts, with a
 * comma between them, is told part by part unless it stands here as a whole (see evidence.ts).
 */
export const SENTENCES: Readonly<Record<string, Sentence>> = {
  mark: say('A mark in the text says so.'),

  // The line by itself.
  'width#': widthClass,
  'width #': say('How wide it is.'),
  'measure#': compared(9, say('the lines around it')),
  'forward#': compared(9, say('the lines below it')),
  'backward#': compared(9, say('the lines above it')),
  'share of width': say('How rare its width is on the page.'),
  'rows of this width around': say('Lines around it are as wide.'),
  'as wide as both neighbours': say('It is as wide as the lines above and below.'),
  'as wide as the row before': say('It is as wide as the line above.'),
  'as wide as the row after': say('It is as wide as the line below.'),
  'neighbours share a width that this row lacks': say('The lines above and below are equally wide, this one is not.'),
  spread: say('It is letter-spaced.'),
  indented: say('It is indented.'),
  'phrases#': say('Spaces part it into phrases.'),
  '# phrases': say('Spaces part it into phrases.'),
  'stack of #': (n) =>
    n === 1
      ? say('A single character stands on the line.')
      : say('It is one of {0} lines of a single character.', count(n, 6)),
  stack: say('It is set vertically, one character a line.'),
  'full stop': say('It holds a full stop.'),
  'full stop inside': say('A sentence ends within it.'),
  comma: say('It holds a comma.'),
  'two commas': say('It holds several commas.'),
  pause: say('It holds a mark such as 、 or ：.'),
  'two pauses': say('It holds several marks such as 、 or ：.'),
  'no mark': say('It holds no comma, full stop or the like.'),
  'quotation or book title': QUOTES,
  'ends with ? or !': say('It ends with a question or exclamation mark.'),
  'begins with a dash': DASH,
  digits: say('It holds digits.'),
  digit: say('It holds digits.'),
  Latin: say('It holds Latin letters.'),
  'no Han': say('It holds no Chinese character.'),
  'few Han': say('Less than half of it is Chinese.'),
  'function characters': say('It holds the small words of running text, such as 的 and 了.'),
  'no function character': say('It holds none of the small words of running text, such as 的 and 了.'),
  'recurring bigrams': say('Its words recur on the page.'),
  'characters in no word': say('Some of its characters belong to no known word.'),
  'top of page': say('It is one of the first lines of the page.'),
  'end of page': say('It is one of the last lines of the page.'),
  'copy of a row above': say('The same line stands a little above.'),
  'copied below': say('The same line stands a little below.'),
  'doubled in itself': say('It says the same thing twice.'),

  // The line among its neighbours.
  'page without gaps': say('The page has no blank lines.'),
  'gap before': say('A blank line stands above it.'),
  'gap after': say('A blank line stands below it.'),
  'alone between gaps': say('It stands alone between blank lines.'),
  'in one box with the row before': say(
    'No blank line parts it from the line above, as one does elsewhere on the page.',
  ),
  'in one box with the row after': say(
    'No blank line parts it from the line below, as one does elsewhere on the page.',
  ),
  'head of a block of #': (n) => say('It is the first of {0} lines between blank lines.', count(n, 5)),
  'joins the row before': say('It reads on from the line above.'),
  'joins the row after': say('It reads on in the line below.'),
  'joins a row above': say('It reads on from one of the lines above.'),
  'joins a row below': say('It reads on in one of the lines below.'),
  'joins no row': say('It neither reads on from a line nearby nor goes on in one.'),
  'neighbours join across it': say('The lines above and below read on over it.'),
  'an n-gram spans it': say('The lines above and below meet in a phrase that the page has elsewhere.'),
  'previous ended, this does not': say('The line above ends a sentence, this one does not.'),
  'next is indented': say('The line below is indented.'),

  // Reading on: a line and the one that is read before it.
  'join gain': WORD_OVER_BREAK,
  'some gain': WORD_OVER_BREAK,
  'clear gain': WORD_OVER_BREAK,
  'an n-gram of # spans the break': PHRASE_OVER_BREAK,
  'an n-gram spans the break': PHRASE_OVER_BREAK,
  'one form spans the break': say('A byline, dateline or the like is broken over the two lines.'),
  'odd head': say('No known word begins with its first character.'),
  'odd tail': say('No known word ends with the last character of the line before.'),
  'closes what was open': say('It closes the bracket or quotation that the line before opens.'),
  'closes what was not open': say('It closes a bracket or quotation that the line before does not open.'),
  'leaves open what was open': say('A bracket or quotation of the line before is not closed in it.'),
  'begins with a closing mark': say('It begins with a closing bracket or quotation mark.'),
  'one is spread': say('Either it or the line before is letter-spaced.'),
  'then indented': say('It is indented.'),
  'then signed': say('It is nothing but names in brackets, which sign a text.'),
  ended: ENDS_BEFORE,
  open: BREAKS_OFF,
  'ended, short by #, next under by #': (short, under) => sentences(ENDED(short), THIS_FILLS(under)),
  'open, short by #, next under by #': (short, under) => sentences(OPEN(short), THIS_FILLS(under)),
  'both full, width differs #': upTo(
    1,
    say('Neither it nor the line before ends a sentence, and both are equally wide.'),
    say('Neither it nor the line before ends a sentence, and they differ in width.'),
  ),
  'ended/ended, width differs #': told(say('Both it and the line before end a sentence.'), LINE_BEFORE),
  'ended/open, width differs #': told(say('The line before ends a sentence, this one does not.'), LINE_BEFORE),
  'open/ended, width differs #': told(say('It ends the sentence that the line before leaves open.'), LINE_BEFORE),

  // Where a story ends.
  succession: READS_ON,
  'succession #': READS_ON,
  'next row': say('It is the very next line.'),
  'up to three rows on': say('It stands up to three lines on.'),
  'far on': say('It stands more than three lines on.'),
  'titles between #': TITLES_BETWEEN,
  'a title among the rows between': say('A title stands among the lines between.'),
  'a byline between': say('A byline stands between them.'),
  'a byline among the rows between': say('A byline stands among the lines between.'),
  'furniture between': say('A folio or the like stands between them.'),
  'gap after an end': say('A blank line follows the end of a sentence.'),
  'gap in a sentence': say('A blank line stands in mid-sentence.'),
  'measure changes #': upTo(1, COLUMN_STAYS, COLUMN_CHANGES),
  'settled measure changes #': upTo(0, COLUMN_STAYS, COLUMN_CHANGES),
  'few rows': say('One of the two has few lines.'),
  likeness: SHARED,
  'likeness #': SHARED,
  'likeness of wider stretches': SHARED_FAR,
  'likeness of wider stretches #': SHARED_FAR,
  'no common words': say('The two have no word in common.'),
  'last row short by #': upTo(0, FILLED, SHORT),
  'open row short by #': upTo(0, FILLED, SHORT),
  'near the head of the run': say('The text has only just begun.'),
  'near the tail of the run': say('The text ends soon after.'),

  // Where a story goes on.
  'parted by a boundary': BREAK_WEIGHED,
  'parted #': BREAK_WEIGHED,
  'parted from another run': say('It was cut off from other text.'),
  closed: say('The text before closes with names or a jump line.'),
  'opens a story': say('It opens as stories do.'),
  'first opens a story': say('The first opens as stories do.'),
  'second closes a story': say('The second closes with names or a jump line.'),
  'title above': say('A title stands right above it.'),
  'title below': say('A title stands right below the text before.'),
  'title above the first': say('A title stands right above the first.'),
  'measure differs #': upTo(1, SAME_MEASURE, OTHER_MEASURE),
  'smaller has #': SHORTER_PART,
  above: say('It stands higher on the page.'),
  below: say('It stands lower on the page.'),
  'runs between #': upTo(0, say('No other text stands between them.'), say('Other text stands between them.')),
  'to the left': say('The extractor read the two columns side by side, this one on the left.'),
  'to the right': say('The extractor read the two columns side by side, this one on the right.'),
  'heads differ #': upTo(1, say('Both columns begin at one height.'), say('The columns begin at different heights.')),
  'tails differ #': upTo(1, say('Both columns end at one height.'), say('The columns end at different heights.')),
  'counts differ #': upTo(1, say('Both columns have as many lines.'), say('One column has more lines.')),
  'only one is a caption': say('Only one of the two looks like a caption.'),
  'OCR: ended': ENDS_BEFORE,
  'OCR: open': BREAKS_OFF,
  'not OCR: ended': ENDS_BEFORE,
  'not OCR: open': BREAKS_OFF,
  'runs of the page #': say('How many pieces of text the page has.'),
  'weight of words in common': SHARED,
  'affinity of characters': SAME_CHARACTERS,
  'affinity of characters #': SAME_CHARACTERS,
  'affinity of pairs': SAME_PAIRS,
  'affinity of pairs #': SAME_PAIRS,
  'titles in common': TITLES_IN_COMMON,
  'titles in common #': TITLES_IN_COMMON,
  'one title fits both best': say('Both have most of their title words from the same title.'),
  'different titles fit best': say('The two have most of their title words from different titles.'),

  // Whose a byline is that stands apart.
  'under its title': say('It stands right below the story’s title.'),
  'above its title': say('It stands right above the story’s title.'),
  'right below its end': say('It stands right below the story’s end.'),
  'below a paragraph of it': say('It stands right below a paragraph of the story.'),
  'below a row of it': say('It stands right below a line of the story.'),
  'below it, a title below': say('It stands below the story and above a title.'),
  'right above its head': say('It stands right above the story’s beginning.'),
  'right above its lead': say('It stands right above the story’s dateline or the like.'),
  'above a row of it': say('It stands right above a line of the story.'),
  'above it, a title above': say('It stands above the story and below a title.'),
  'within it': say('The story goes on above and below it.'),
  'reads on from its end': say('It reads on from the story’s end.'),
  'reads on from it': say('It reads on from a line of the story.'),
  'its head is near below': say('The story begins a little below.'),
  'its lead is near below': say('The story’s dateline or the like stands a little below.'),
  'its end is near above': say('The story ends a little above.'),
  'opens with a lead': say('The story opens with a dateline or the like.'),
  'is signed': say('The story closes with names or a jump line.'),
  'nearest above': say('No other story ends nearer above it.'),

  // Captions, from their last line up.
  'caption odds': say('How much it looks like a caption.'),
  'odds of the row below': say('How much the line below looks like a caption.'),
  'a title': say('It looks like a title.'),
  'another credit': say('It holds a photographer’s credit of its own.'),
  'another form': say('It holds a byline, dateline or the like.'),
  'gap #': upTo(1, NO_GAP, GAP),
  padded: say('The page has a blank line after every line.'),
  'one row, ended, width differs #': CAPTION_BELOW,
  'one row, open, width differs #': CAPTION_BELOW,
  'several rows, ended, width differs #': CAPTION_BELOW,
  'several rows, open, width differs #': CAPTION_BELOW,
  'wider than its column by #': compared(5, say('the lines around it')),
  'row #': (n) => say('Lines of the caption below it: {0}.', count(n, 6)),
  'the cue stands below': say('图为 stands below it.'),
  'only a credit below': say('Only a credit stands below it.'),

  // Lines of one title.
  adjacent: say('It stands right below the title line before it.'),
  'one row between': say('One line stands between them.'),
  'rows between': say('Several lines stand between them.'),
  apart: say('Other lines stand between them.'),
  'copies interleave': say('Copies of the two stand in turn.'),
  'gaps: #': upTo(1, NO_GAP, GAP),
  'no gaps: #': NO_GAP,
  'padded: #': upTo(1, NO_GAP, GAP),
  'width differs #': compared(7, NEXT_TITLE_LINE),
  'before: width differs #': (n) => compared(7, NEXT_TITLE_LINE)(6 - n),
  'next: width differs #': (n) => compared(7, say('the title line after it'))(6 - n),
  'line then line': say('Both are set horizontally.'),
  'line then stack': say('It is set vertically, the title line before it is not.'),
  'stack then line': say('The title line before it is set vertically, this one is not.'),
  'stack then stack': say('Both are set vertically.'),
  'both copied': say('Both were printed more than once.'),
  'one is copied': say('Only one of the two was printed more than once.'),
  'second begins with a dash': DASH,
  'a form in the second': say('It holds a byline, dateline or the like.'),
  'first is short': say('The title line before it is short.'),
  'second is short': say('It is short.'),
  'phrases in the first': say('Spaces part the title line before it into phrases.'),
  'phrases in the second': say('Spaces part it into phrases.'),

  // What a line of a title is.
  'only line': say('Its title has one line.'),
  'first of several': say('It is the first line of its title.'),
  'last of several': say('It is the last line of its title.'),
  between: say('It stands between other lines of its title.'),
  '# lines': (n) => say('Lines of its title: {0}.', count(n, 4)),
  'place #': (n) => say('Lines of its title above it: {0}.', count(n, 3)),
  'below a dash': say('A line that begins with a dash stands above it.'),
  'narrower than the widest by #': (n) => comparedBy(-n, say('the widest line of its title')),
  'joins the next': say('It reads on in the next line of its title.'),
  'joins the one before': say('It reads on from the line before in its title.'),
  copied: COPIES,
  'another is copied': say('Another line of its title was printed more than once.'),
  'a form in it': say('It holds a byline, dateline or the like.'),

  'stands with a title': say('It stands with a title, and looks somewhat like one itself.'),
  'a word reads on between it and a title': say('The line’s end cuts a word that reads on in a title.'),
  'stands between two titles': say('It stands between two titles.'),
  'no text stands beside it that it could belong to': say('No text stands beside it that it could belong to.'),
  'heads a list': say('A list stands right below it.'),
  'a row of a list': say('It stands among rows of a few fields each.'),
  'heads a block of text': say('It stands below a blank line and above text that it is no row of.'),
  'the row below begins with its words': say('The line below begins with the same words.'),
  'begins the text right below it': say('The text right below begins with it.'),
  'reads on in the text around it': say('It reads on in the text around it, over a mark, a bracket or a word.'),
  'vertical headline beside the rows': say(
    'The characters of a vertical headline stand one by one before the lines beside it.',
  ),

  // A title and its story.
  'words shared': TITLE_WORDS,
  'weight of shared words': TITLE_WORDS,
  'words shared with the head': say('The story’s beginning has the title’s words.'),
  'words shared with captions': say('The story’s captions have the title’s words.'),
  'no words': say('The title has no word that could be compared.'),
  'body is choice #': upTo(
    0,
    say('No other story has more of the title’s words.'),
    say('Another story has more of the title’s words.'),
  ),
  'title is choice #': upTo(
    0,
    say('No other title has more of its words in the story.'),
    say('Another title has more of its words in the story.'),
  ),
  'body is the first choice of # other titles': upTo(
    0,
    say('No other title has most of its words here.'),
    say('Another title has most of its words here too.'),
  ),
  story: say('It is a story.'),
  'title of # lines': (n) => say('Lines of the title: {0}.', count(n, 3)),
  'title with a deck': say('The title has a deck that begins with a dash.'),
  'margin over the other bodies': say('How far this story is ahead of the others in the title’s words.'),
  'right above': say('The title stands right above the story.'),
  'right below': say('The title stands right below the story.'),
  gap: say('A blank line stands between them.'),
  '# heads between': upTo(0, say('No other story begins between them.'), say('Other stories begin between them.')),
  'not above its head': say('The title does not stand above the story’s beginning.'),
  'inside the body': say('The title stands amid the story.'),
  '# titles between': TITLES_BETWEEN,
  'between two paragraphs of the body': say('It stands between two paragraphs of the story.'),
  'breaks a sentence of the body': say('It stands in the middle of a sentence of the story.'),
  'a lone line between two paragraphs': say('It is a single line between two paragraphs.'),
  'another title right above': say('Another title stands right above the story.'),
  'another body right below the title': say('Another story begins right below the title.'),
  'body of #': upTo(1, say('The story is short.'), say('The story is not short.')),
  figure: say('It is a picture’s caption.'),
  'body opens with a lead': say('The story opens with a dateline or the like.'),
  'body is closed': say('The story closes with names or a jump line.'),
  distance: say('Title and story stand apart on the page.'),
  'title odds': say('The title looks like one.'),

  // Whether a story is two.
  boundary: BREAK_WEIGHED,
  'boundary #': BREAK_WEIGHED,
  'smaller part has #': SHORTER_PART,
  'measures of the parts differ #': upTo(1, SAME_MEASURE, OTHER_MEASURE),
  'both open with a lead': say('Both open with a dateline or the like.'),
  sequel: SEQUEL_WEIGHED,
  'sequel #': SEQUEL_WEIGHED,
};
