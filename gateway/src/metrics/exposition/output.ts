/** Longest piece of text, in UTF-16 code units: putting it together is to take no time that anyone would notice. */
const PIECE = 32_768;
/** Longest that rendering goes on without letting others have their turn, in milliseconds. */
const SLICE_MS = 2;
/** Series between two looks at the clock. */
const SERIES = 16;

/** Takes what is rendered, and says when it is time to let requests go on. */
export class Output {
  private readonly pieces: Buffer[] = [];
  private text = '';
  private sliceEnds = performance.now() + SLICE_MS;
  private series = 0;

  write(text: string): void {
    this.text += text;
    if (this.text.length >= PIECE) {
      this.flush();
    }
  }

  /** To be asked before each series: then `nextTurn` is to be awaited. */
  get due(): boolean {
    this.series += 1;
    return this.series % SERIES === 0 && performance.now() >= this.sliceEnds;
  }

  async nextTurn(): Promise<void> {
    await new Promise(setImmediate);
    this.sliceEnds = performance.now() + SLICE_MS;
  }

  /** All of it: in pieces, as copying megabytes into one would take longer than a slice. */
  end(): readonly Buffer[] {
    this.flush();
    return this.pieces;
  }

  private flush(): void {
    this.pieces.push(Buffer.from(this.text));
    this.text = '';
  }
}
