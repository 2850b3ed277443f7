import type { StoredLabels } from '../series/stored.js';
import type { LabelText } from './labelText.js';

/** One series as it is shown: of a view, what several of ours become. */
export interface Target {
  /** Its labels, without braces. */
  readonly text: string;
  /** Of the rendering that used it last. */
  pass: number;
}

/** Kept although they were not used in a rendering, before all are forgotten. */
const SPARE = 1_000;

/**
 * Which series becomes which in the exposition. Texts of labels are made once a series, and forgotten when most of
 * them are of series that are no more.
 */
export class Targets<Each extends Target> {
  /** By what makes the text: two views of one name may show the same series as two. */
  private known = new Map<LabelText, Map<StoredLabels, Each | null>>();
  private knownCount = 0;
  private byText = new Map<string, Each>();
  private used: Each[] = [];
  private asked = 0;
  private pass = 0;

  constructor(private readonly make: (text: string) => Each) {}

  /** Begins a rendering. */
  begin(): void {
    // A weak map would forget by itself, and cost the garbage collector more than all the rest.
    if (this.knownCount > 2 * this.asked + SPARE) {
      this.known = new Map();
      this.knownCount = 0;
      this.byText = new Map();
    }
    this.used = [];
    this.asked = 0;
    this.pass += 1;
  }

  /**
   * What a series becomes; undefined if it is not shown.
   * @param clear empties one that is used for the first time in this rendering
   */
  of(labels: StoredLabels, text: LabelText, clear: (target: Each) => void): Each | undefined {
    this.asked += 1;
    const known = this.knownBy(text);
    let target = known.get(labels);
    if (target === undefined) {
      target = this.find(text(labels));
      known.set(labels, target);
      this.knownCount += 1;
    }
    if (target === null) {
      return undefined;
    }
    if (target.pass !== this.pass) {
      target.pass = this.pass;
      this.used.push(target);
      clear(target);
    }
    return target;
  }

  /** Those of this rendering, in the order in which they came. */
  get shown(): readonly Each[] {
    return this.used;
  }

  private knownBy(text: LabelText): Map<StoredLabels, Each | null> {
    let known = this.known.get(text);
    if (known === undefined) {
      known = new Map();
      this.known.set(text, known);
    }
    return known;
  }

  private find(text: string | undefined): Each | null {
    if (text === undefined) {
      return null;
    }
    const target = this.byText.get(text) ?? this.make(text);
    this.byText.set(text, target);
    return target;
  }
}
