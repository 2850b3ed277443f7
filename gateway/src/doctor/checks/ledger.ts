import { native } from '@llm-gateway/catalogue';

import { bytesText, countText, durationText } from '../amounts.js';
import { askFor } from '../ask.js';
import { type Finding, failed, ok, skipped, warning } from '../finding.js';
import { readSamples, total } from '../samples.js';
import type { Known } from './check.js';

/** Batches are written every fraction of a second; a store that is slow for a moment is no news. */
const LATE_SECONDS = 15;

/** Whether usage gets into the store, and metrics and ledger agree. */
export async function checkLedger({ settings, status }: Known): Promise<readonly Finding[]> {
  if (status === undefined) {
    return [skipped('ledger', 'needs the admin token')];
  }
  const { ledger } = status;
  const waiting =
    ledger.pending === 0
      ? 'all usage events are written'
      : `${countText(ledger.pending, 'usage event')} not written yet, the oldest for ${durationText(ledger.lag_seconds)}`;
  const details = { ...ledger };
  if (ledger.journal_failing) {
    const advice = 'See whether the disk of its data directory is full; requests are refused rather than lost.';
    return [failed('ledger', 'the journal cannot be written, so that requests are refused', advice, { details })];
  }
  if (ledger.full) {
    const advice = 'Mend the database; ledger.max_pending says how much may wait.';
    return [failed('ledger', `${waiting}: no more are taken`, advice, { details, follows: 'database' })];
  }
  if (ledger.lag_seconds > LATE_SECONDS) {
    const advice = 'See whether the database is slow or down; nothing is lost, and reports lag behind.';
    return [warning('ledger', waiting, advice, { details, follows: 'database' })];
  }
  if (ledger.refused > 0) {
    const advice = 'They are in journal/refused.bad of its data directory, and its log says why.';
    return [
      warning('ledger', `the store will never take ${countText(ledger.refused, 'usage event')}`, advice, { details }),
    ];
  }
  return [await reconciled(settings, `${waiting}, journal ${bytesText(ledger.journal_bytes)}`, details)];
}

async function reconciled(
  { metrics, timeoutMs }: Known['settings'],
  written: string,
  details: Readonly<Record<string, unknown>>
): Promise<Finding> {
  const { reconciliationDriftRequests, reconciliationDriftUsd } = native;
  const text = await askFor<unknown>(metrics, '/metrics', { timeoutMs }).catch(() => '');
  const samples = readSamples(String(text), [reconciliationDriftRequests.name, reconciliationDriftUsd.name]);
  const requests = total(samples, reconciliationDriftRequests.name);
  const usd = total(samples, reconciliationDriftUsd.name);
  const found = { ...details, drift_requests: requests, drift_usd: usd };
  if (requests === undefined) {
    return ok('ledger', written, { details: found });
  }
  if (requests !== 0 || (usd ?? 0) !== 0) {
    const message = `metrics and ledger differ by ${countText(requests, 'request')} and ${usd} USD`;
    return failed('ledger', message, 'This is a fault of the gateway: keep its log, and report it.', {
      details: found,
    });
  }
  return ok('ledger', `${written}; metrics and ledger agree`, { details: found });
}
