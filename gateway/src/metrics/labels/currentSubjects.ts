import { nameHash } from './nameHash.js';

/**
 * The subjects of budgets and limits that are told of now. They come and go, so only those of the moment count; one too
 * many is left out, as no sum of what is left of several budgets would mean anything.
 */
export class CurrentSubjects {
  /** How often one was left out. */
  overflows = 0;
  private readonly current = new Set<string>();

  /** @param hashes whether subjects of a kind are shown as a hash */
  constructor(
    private readonly most: number,
    private readonly hashes: (kind: string) => boolean
  ) {}

  /** Distinct ones now. */
  get size(): number {
    return this.current.size;
  }

  /** Forgets all: they will be told of anew. */
  clear(): void {
    this.current.clear();
  }

  /** What stands for a subject; undefined for one too many. */
  show(kind: string, value: string): string | undefined {
    const name = `${kind}\0${value}`;
    if (!this.current.has(name)) {
      if (this.current.size >= this.most) {
        this.overflows += 1;
        return undefined;
      }
      this.current.add(name);
    }
    return this.hashes(kind) ? nameHash(value) : value;
  }
}
