interface Stored<Value> {
  readonly revision: number;
  /** Undefined once removed: kept so that an older change that comes late cannot bring it back. */
  readonly value: Value | undefined;
}

/** Things by name, from the configuration file and from the store. The file goes first. */
export class Layered<Value> {
  private file: ReadonlyMap<string, Value> = new Map();
  private readonly stored = new Map<string, Stored<Value>>();

  get(name: string): Value | undefined {
    return this.file.get(name) ?? this.stored.get(name)?.value;
  }

  inFile(name: string): boolean {
    return this.file.has(name);
  }

  inStore(name: string): Value | undefined {
    return this.stored.get(name)?.value;
  }

  /** Puts another file's things in place of the last one's. Returns the names that either has. */
  replaceFile(values: ReadonlyMap<string, Value>): ReadonlySet<string> {
    const touched = new Set([...this.file.keys(), ...values.keys()]);
    this.file = values;
    return touched;
  }

  /** Whether a change of the store is news. */
  isNew(name: string, revision: number): boolean {
    return revision > (this.stored.get(name)?.revision ?? 0);
  }

  store(name: string, revision: number, value: Value | undefined): void {
    this.stored.set(name, { revision, value });
  }

  /** Those in force; the file's first. */
  *values(): Generator<Value> {
    yield* this.file.values();
    for (const [name, { value }] of this.stored) {
      if (value !== undefined && !this.file.has(name)) {
        yield value;
      }
    }
  }
}
