import { nameHash } from './nameHash.js';
import { NONE, OTHER } from './none.js';

/** Longest value, in UTF-16 code units: users of requests, e.g., are as long as a client likes. */
const LONGEST = 200;

/** The values of one label: so many and no more, whatever comes from outside. */
export class LabelTable {
  /** Observations whose value became `other`. */
  overflows = 0;
  private readonly shown = new Map<string, string>();

  /**
   * @param most distinct values that are shown
   * @param hashed whether a hash is shown in place of the value
   */
  constructor(
    private readonly most: number,
    private readonly hashed: boolean
  ) {}

  /** Distinct values so far. */
  get size(): number {
    return this.shown.size;
  }

  /** What stands for a value: itself or its hash; `other` past the limit, `none` for undefined. */
  show(value: string | undefined): string {
    return value === undefined ? NONE : (this.find(value) ?? OTHER);
  }

  /** The same; undefined past the limit, for what cannot be put together with others. */
  find(value: string): string | undefined {
    const whole = value.length > LONGEST ? value.slice(0, LONGEST) : value;
    const known = this.shown.get(whole);
    if (known !== undefined) {
      return known;
    }
    if (this.shown.size >= this.most) {
      this.overflows += 1;
      return undefined;
    }
    const text = this.hashed ? nameHash(whole) : whole;
    this.shown.set(whole, text);
    return text;
  }
}
