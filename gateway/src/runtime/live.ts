/**
 * What is in force now, and what was before as long as a request still goes by it: a request keeps to one
 * configuration from its beginning to its end.
 */
export class Live<Value> {
  private readonly users = new Map<Value, number>();

  /** @param retire called once nobody goes by a value that is no longer in force */
  constructor(
    private value: Value,
    private readonly retire: (retired: Value, stillUsed: readonly Value[]) => void
  ) {}

  get current(): Value {
    return this.value;
  }

  /** Every value must be given back by `release`. */
  acquire(): Value {
    this.users.set(this.value, (this.users.get(this.value) ?? 0) + 1);
    return this.value;
  }

  release(value: Value): void {
    const left = (this.users.get(value) ?? 0) - 1;
    if (left > 0) {
      this.users.set(value, left);
      return;
    }
    this.users.delete(value);
    this.retireIfUnused(value);
  }

  replace(value: Value): void {
    const before = this.value;
    this.value = value;
    this.retireIfUnused(before);
  }

  private retireIfUnused(value: Value): void {
    if (value !== this.value && !this.users.has(value)) {
      this.retire(value, [this.value, ...this.users.keys()]);
    }
  }
}
