import type { Finding, Status } from './finding.js';

/** 0: all is well. 1: there are warnings. 2: something has failed. */
export function exitCode(findings: readonly Finding[]): 0 | 1 | 2 {
  const has = (wanted: Status): boolean => findings.some(({ status }) => status === wanted);
  return has('failed') ? 2 : has('warning') ? 1 : 0;
}

/** How many findings there are of each status. */
export function counts(findings: readonly Finding[]): Readonly<Record<Status, number>> {
  const count = (wanted: Status): number => findings.filter(({ status }) => status === wanted).length;
  return { ok: count('ok'), warning: count('warning'), failed: count('failed'), skipped: count('skipped') };
}
