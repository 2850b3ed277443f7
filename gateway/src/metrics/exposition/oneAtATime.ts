/**
 * At most one piece of work at a time, and one of each kind that waits: whoever asks while it waits shares it, so that
 * many who ask cost no more than two, and none gets what was begun before they asked.
 */
export class OneAtATime<Kind, Result> {
  private running: Promise<unknown> = Promise.resolve();
  private readonly waiting = new Map<Kind, Promise<Result>>();

  constructor(private readonly work: (kind: Kind) => Promise<Result>) {}

  ask(kind: Kind): Promise<Result> {
    const shared = this.waiting.get(kind);
    if (shared !== undefined) {
      return shared;
    }
    const mine = this.running.then(() => {
      this.waiting.delete(kind);
      return this.work(kind);
    });
    this.waiting.set(kind, mine);
    this.running = mine.catch(() => undefined);
    return mine;
  }
}
