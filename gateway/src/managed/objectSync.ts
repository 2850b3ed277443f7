import type { Logger } from 'pino';

import type { ObjectKind, ObjectStore, StoredObject } from '../store/storedObject.js';
import { compareNames, withOne } from './byName.js';

/** Is told what changed, removed objects included. What it returns is waited for. */
export type ObjectListener = (changed: readonly StoredObject[]) => void | Promise<void>;

/** What is stored, as far as this replica knows. */
export interface KnownObjects {
  /** False while the store cannot be read: what is not known here may still be there. */
  readonly readable: boolean;
  get(kind: ObjectKind, name: string): StoredObject | undefined;
  /** By name. */
  list(kind: ObjectKind): readonly StoredObject[];
}

export interface ObjectSyncParts {
  readonly store: Pick<ObjectStore, 'changesSince'>;
  /** Time between two looks into the store, in milliseconds: how late a change of another replica is known here. */
  readonly intervalMs: () => number;
  readonly log: Pick<Logger, 'warn' | 'info' | 'error'>;
}

/** Longest that anybody waits for the store, in milliseconds: one that is silent is as good as down. */
const LONGEST_WAIT_MS = 3_000;
/** So many changes at once are put into a sorted list one by one; for more it is sorted anew. */
const FEW = 100;

/**
 * Keeps what is stored in memory and asks at intervals what changed. While the store is down, what is known stays in
 * force.
 */
export class ObjectSync implements KnownObjects {
  private state: 'unknown' | 'readable' | 'unreadable' = 'unknown';
  private readonly objects = new Map<ObjectKind, Map<string, StoredObject>>();
  private readonly sorted = new Map<ObjectKind, readonly StoredObject[]>();
  private readonly listeners: ObjectListener[] = [];
  private revision = 0;
  private running: Promise<boolean> | undefined;
  private next: Promise<boolean> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly parts: ObjectSyncParts) {}

  get readable(): boolean {
    return this.state === 'readable';
  }

  get(kind: ObjectKind, name: string): StoredObject | undefined {
    const object = this.objects.get(kind)?.get(name);
    return object?.deleted === true ? undefined : object;
  }

  list(kind: ObjectKind): readonly StoredObject[] {
    const known = this.sorted.get(kind);
    if (known !== undefined) {
      return known;
    }
    const all = [...(this.objects.get(kind)?.values() ?? [])].filter(({ deleted }) => !deleted);
    const sorted = all.sort(compareNames);
    this.sorted.set(kind, sorted);
    return sorted;
  }

  subscribe(listener: ObjectListener): void {
    this.listeners.push(listener);
  }

  /** Reads everything, then goes on asking. Resolves after the first time, also when the store could not be read. */
  async start(): Promise<void> {
    await this.ask();
    this.schedule();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /**
   * Asks what changed up to now, and has everyone told of it.
   * @returns whether the store could be read; false also when it takes too long, and goes on being asked
   */
  async refresh(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), LONGEST_WAIT_MS)));
    const asked = await Promise.race([this.ask(), late]);
    clearTimeout(timer);
    return asked;
  }

  /** Takes over a change that was made here, before the store is asked. */
  async learn(changed: StoredObject): Promise<void> {
    await this.take([changed]);
  }

  private ask(): Promise<boolean> {
    // One that is under way may have asked too early.
    this.next ??= (this.running ?? Promise.resolve()).then(() => {
      this.next = undefined;
      this.running = this.read();
      return this.running;
    });
    return this.next;
  }

  private schedule(): void {
    if (!this.stopped) {
      this.timer = setTimeout(() => void this.ask().then(() => this.schedule()), this.parts.intervalMs());
      // Asking alone is no reason to keep the process alive.
      this.timer.unref();
    }
  }

  private async read(): Promise<boolean> {
    const { store, log } = this.parts;
    // The first time there may be very much to read.
    const late = this.state === 'unknown' ? undefined : setTimeout(() => this.lose('it is silent'), LONGEST_WAIT_MS);
    try {
      const changed = await store.changesSince(this.revision);
      this.revision = changed.at(-1)?.revision ?? this.revision;
      if (this.state === 'unreadable') {
        log.info({ revision: this.revision }, 'managed objects are read from the store again');
      }
      this.state = 'readable';
      await this.take(changed);
      return true;
    } catch (error) {
      this.lose(error);
      return false;
    } finally {
      clearTimeout(late);
    }
  }

  private lose(error: unknown): void {
    if (this.state !== 'unreadable' && !this.stopped) {
      this.parts.log.warn(
        { err: error },
        'managed objects cannot be read from the store; what is known stays in force'
      );
    }
    this.state = 'unreadable';
  }

  private async take(objects: readonly StoredObject[]): Promise<void> {
    const changed = objects.filter(({ kind, name, revision }) => {
      const known = this.objects.get(kind)?.get(name);
      return known === undefined || known.revision < revision;
    });
    for (const object of changed) {
      const ofKind = this.objects.get(object.kind) ?? new Map<string, StoredObject>();
      this.objects.set(object.kind, ofKind.set(object.name, object));
      const sorted = this.sorted.get(object.kind);
      if (sorted !== undefined && changed.length <= FEW) {
        this.sorted.set(object.kind, withOne(sorted, object, !object.deleted));
      } else {
        this.sorted.delete(object.kind);
      }
    }
    if (changed.length > 0) {
      await Promise.all(this.listeners.map((listener) => this.tell(listener, changed)));
    }
  }

  private async tell(listener: ObjectListener, changed: readonly StoredObject[]): Promise<void> {
    try {
      await listener(changed);
    } catch (error) {
      this.parts.log.error({ err: error }, 'a change of managed objects could not be put into force');
    }
  }
}
