import { UnitSet } from '../../text/unitSet';

/** A list of words, looked up by where they begin or end in a text. Cost does not grow with the list. */
export class Words {
  private readonly byFirst = new Map<number, string[]>();
  private readonly byLast = new Map<number, string[]>();
  /** The first and the last units of words: at most places of a text there is none. */
  private readonly firsts: UnitSet;
  private readonly lasts: UnitSet;
  readonly all: ReadonlySet<string>;

  /** `list` holds the words parted by spaces. */
  constructor(list: string) {
    this.all = new Set(list.trim().split(/\s+/));
    for (const word of [...this.all].sort((a, b) => b.length - a.length)) {
      push(this.byFirst, word.charCodeAt(0), word);
      push(this.byLast, word.charCodeAt(word.length - 1), word);
    }
    this.firsts = new UnitSet(String.fromCharCode(...this.byFirst.keys()));
    this.lasts = new UnitSet(String.fromCharCode(...this.byLast.keys()));
  }

  has(word: string): boolean {
    return this.all.has(word);
  }

  /** The end of the longest word that begins at `at`; `at` itself where none does. */
  endOf(text: string, at: number): number {
    if (!this.firsts.has(text.charCodeAt(at))) return at;
    const words = this.byFirst.get(text.charCodeAt(at));
    if (words === undefined) return at;
    for (const word of words) if (text.startsWith(word, at)) return at + word.length;
    return at;
  }

  /** The start of the longest word that ends at `end`; `end` itself where none does. */
  startOf(text: string, end: number): number {
    if (!this.lasts.has(text.charCodeAt(end - 1))) return end;
    const words = this.byLast.get(text.charCodeAt(end - 1));
    if (words === undefined) return end;
    for (const word of words)
      if (text.startsWith(word, end - word.length) && word.length <= end) return end - word.length;
    return end;
  }

  /** Whether any of the words stands in the text. */
  isIn(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.endOf(text, i) > i) return true;
    return false;
  }

  /** The characters that words begin with. */
  get initials(): string {
    return [...this.byFirst.keys()].map((unit) => String.fromCharCode(unit)).join('');
  }
}

function push(map: Map<number, string[]>, key: number, word: string): void {
  const words = map.get(key);
  if (words === undefined) map.set(key, [word]);
  else words.push(word);
}

export const words = (list: string): Words => new Words(list);
