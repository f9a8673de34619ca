/** Above this many widths a table counts them faster than comparing each with each. */
const FEW = 32;

/** Finds the most frequent of widths that come one by one, by half ems; of equals the wider one that came to it first. */
export class HalfEms {
  /** 0 before the first width. */
  best = 0;
  private most = 0;
  private readonly widths: number[] = [];
  private readonly counts: Map<number, number> | null;

  /** `count` is how many will come at most. */
  constructor(count: number) {
    this.counts = count > FEW ? new Map() : null;
  }

  add(ems: number): void {
    const width = Math.round(ems * 2) / 2;
    const count = this.countWith(width);
    if (count > this.most || (count === this.most && width > this.best)) {
      this.most = count;
      this.best = width;
    }
  }

  private countWith(width: number): number {
    if (this.counts !== null) {
      const count = (this.counts.get(width) ?? 0) + 1;
      this.counts.set(width, count);
      return count;
    }
    let count = 1;
    for (let i = 0; i < this.widths.length; i++) if (this.widths[i] === width) count++;
    this.widths.push(width);
    return count;
  }
}
