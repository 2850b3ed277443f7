import { gatewayStarts } from '@llm-gateway/catalogue';

import { countText } from '../amounts.js';
import { type Finding, warning } from '../finding.js';
import { instantValues } from '../prometheusApi.js';
import type { Known } from './check.js';

/** Between the start of a process and that of the gateway in it, and until it is scraped for the first time. */
const APART_SECONDS = 60;

/**
 * Whether the gateway that was asked is among those that Prometheus scrapes. Their addresses may differ, as seen from
 * here and from there, so that they are told apart by the times of their starts. Says nothing where that cannot be told.
 */
export async function checkScraped({ settings, status }: Known): Promise<readonly Finding[]> {
  const { prometheus, timeoutMs, gateway } = settings;
  if (prometheus === undefined || status === undefined) {
    return [];
  }
  const startedAt = Date.parse(status.started_at) / 1_000;
  const starts = await instantValues(prometheus, gatewayStarts(), timeoutMs);
  const isYoung = Date.now() / 1_000 - startedAt < APART_SECONDS;
  if (isYoung || starts.length === 0 || starts.some((start) => Math.abs(start - startedAt) < APART_SECONDS)) {
    return [];
  }
  const message = `${prometheus.url} scrapes ${countText(starts.length, 'gateway')}, and ${gateway.url} is not among them`;
  return [
    warning(
      'prometheus',
      message,
      'Add it to the targets of Prometheus, or see whether --url and --prometheus belong together.'
    ),
  ];
}
