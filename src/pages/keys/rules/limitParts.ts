import type { Limit, LimitStanding } from '../../../api/gateway/objects';
import { isOn, type Subject } from './subject';

/** One thing that a limit holds a subject to, and how much of it is used now. */
export interface LimitPart {
  /** Name of the limit. */
  readonly limit: string;
  readonly unit: LimitStanding['unit'];
  /** Per minute, or at the same time. */
  readonly allowed: number;
  readonly used: number;
  /** From 0 to 1. */
  readonly share: number;
  /** When some of what is used is free again; not there where nothing is. */
  readonly resetsAt?: string;
}

/** What a limit holds a subject to. Of one that has not asked lately, nothing is used. */
export function limitParts(limit: Limit, { kind, name }: Subject): LimitPart[] {
  const own = limit.standings?.filter(({ subject }) => subject.kind === kind && subject.value === name) ?? [];
  const part = (unit: LimitPart['unit'], allowed: number | undefined): LimitPart[] => {
    if (allowed === undefined) {
      return [];
    }
    const { used = 0, resets_at: resetsAt } = own.find((standing) => standing.unit === unit) ?? {};
    return [{ limit: limit.name, unit, allowed, used, share: used / allowed, resetsAt }];
  };
  return [
    ...part('requests', limit.requests_per_minute),
    ...part('tokens', limit.tokens_per_minute),
    ...part('parallel', limit.parallel_requests),
  ];
}

/** What all limits hold a subject to, the nearest to being used up first. */
export function subjectLimits(limits: readonly Limit[], subject: Subject): LimitPart[] {
  return limits
    .filter((limit) => isOn(limit, subject))
    .flatMap((limit) => limitParts(limit, subject))
    .sort((a, b) => b.share - a.share);
}
