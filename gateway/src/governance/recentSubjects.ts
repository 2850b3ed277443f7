import type { UsageEvent } from '../usage/event.js';
import type { Subject, SubjectKind } from './subject.js';

/** Of each kind; the one that was seen longest ago goes first. */
const MOST = 100;

/** Who asked lately: of whom those limits can be told that are on each subject of a kind. */
export class RecentSubjects {
  private readonly byKind = new Map<SubjectKind, Set<string>>();

  /** @param wanted whether any limit is on each subject of a kind; if not, a request costs nothing here */
  constructor(private readonly wanted: () => boolean) {}

  readonly note = ({ key, team, user, model }: UsageEvent): void => {
    if (!this.wanted()) {
      return;
    }
    this.see('key', key);
    this.see('team', team);
    this.see('user', user);
    this.see('model', model);
  };

  /** Those of a kind, for a rule on each of them. */
  of({ kind }: Subject): Subject[] {
    return [...(this.byKind.get(kind) ?? [])].map((value) => ({ kind, value }));
  }

  private see(kind: SubjectKind, value: string | undefined): void {
    if (value === undefined) {
      return;
    }
    const values = this.byKind.get(kind) ?? new Set<string>();
    this.byKind.set(kind, values);
    values.delete(value);
    values.add(value);
    if (values.size > MOST) {
      values.delete(values.values().next().value ?? '');
    }
  }
}
