import { limitCharges } from './charges.js';
import type { Counters } from './counting/counters.js';
import type { LimitRule } from './rules.js';
import { type Subject, isEach } from './subject.js';

/** Where a limit stands for one of its subjects. */
export interface LimitStanding {
  /** Name of the limit. */
  readonly limit: string;
  /** The one that is counted, never `*`. */
  readonly subject: Subject;
  readonly unit: 'requests' | 'tokens' | 'parallel';
  /** Per minute, or at the same time. */
  readonly allowed: number;
  /** Running requests included. */
  readonly used: number;
  /** Epoch milliseconds at which the oldest part of the minute counts no more; undefined where nothing of it does. */
  readonly resetsAt: number | undefined;
}

/** Where all limits stand. @throws GatewayError 503 when that cannot be told now */
export type LimitReader = () => Promise<readonly LimitStanding[]>;

export interface LimitStandingsParts {
  readonly rules: () => Iterable<LimitRule>;
  readonly counters: Pick<Counters, 'read'>;
  /** Of whom a rule on each subject is told: those who asked lately. */
  readonly recent: (each: Subject) => readonly Subject[];
}

/** Most counters that are read at once. */
const MOST = 1_000;

/** Where every limit stands; of one on each subject, where those stand that asked lately. */
export function createLimitStandings({ rules, counters, recent }: LimitStandingsParts): LimitReader {
  return async () => {
    const charges = [...rules()]
      .flatMap((rule) => {
        const subjects = isEach(rule.subject) ? recent(rule.subject) : [rule.subject];
        return subjects.flatMap((subject) => limitCharges(rule, subject));
      })
      .slice(0, MOST);
    const at = Date.now();
    const standings = await counters.read(
      charges.map(({ claim }) => claim),
      at
    );
    return charges.flatMap(({ limit, subject, unit, claim }, index): LimitStanding[] => {
      const standing = standings[index];
      if (standing === undefined || limit === undefined || unit === 'usd') {
        return [];
      }
      const used = standing.used + standing.reserved;
      const resetsAt = standing.resetsAt > at ? standing.resetsAt : undefined;
      return [{ limit: limit.name, subject, unit, allowed: claim.limit ?? 0, used, resetsAt }];
    });
  };
}
