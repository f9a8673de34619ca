/** Writes a JSON array element by element, so that an archive is never held in memory whole. */
export class JsonArray {
  private count = 0;

  constructor(private readonly out: (text: string) => void) {}

  add(element: object): void {
    this.out(`${this.count++ === 0 ? '[\n' : ',\n'}${JSON.stringify(element, null, 1)}`);
  }

  end(): void {
    this.out(this.count === 0 ? '[]\n' : '\n]\n');
  }
}
