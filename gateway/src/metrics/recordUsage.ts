import type { UsageEvent, UsageListener } from '../usage/event.js';
import type { Instruments } from './registry.js';

const MS_PER_SECOND = 1000;

/** Value of a label that a request has no value for. */
const NONE = 'none';

/** Counts usage events. */
export function recordUsage(metrics: Instruments): UsageListener {
  return (event) => {
    const { model, key, tokens, cost } = event;
    const provider = event.provider ?? NONE;
    const team = event.team ?? NONE;
    const streaming = event.streaming ? 'true' : 'false';
    const { status } = event;

    const deployment = event.deployment ?? NONE;
    const code = String(event.code);
    const error_type = event.errorType ?? NONE;
    metrics.requests.inc({ model, provider, deployment, team, key, streaming, status, code, error_type });
    metrics.requestDuration.observe({ model, provider, streaming, status }, event.durationMs / MS_PER_SECOND);
    if (event.overheadMs !== undefined) {
      metrics.overhead.observe(event.overheadMs / MS_PER_SECOND);
    }
    for (const attempt of event.attempts) {
      const { deployment: called, outcome } = attempt;
      const answered = attempt.status === undefined ? NONE : String(attempt.status);
      metrics.attempts.inc({ model, provider: attempt.provider, deployment: called, outcome, code: answered });
    }
    countFallbacks(metrics, event);
    if (tokens !== undefined) {
      metrics.tokens.inc({ model, provider, team, key, type: 'input' }, tokens.input);
      metrics.tokens.inc({ model, provider, team, key, type: 'output' }, tokens.output);
    }
    if (cost !== undefined) {
      metrics.cost.inc({ model, provider, team, key }, cost.nanoUsd);
    } else if (event.unpriced) {
      metrics.unpricedRequests.inc({ model, provider });
    }
    if (event.firstTokenMs !== undefined) {
      metrics.timeToFirstToken.observe({ model, provider }, event.firstTokenMs / MS_PER_SECOND);
      observeTimePerOutputToken(metrics, event, provider);
    }
  };
}

/** One for each model that was gone on to; only the last one can have answered. */
function countFallbacks(metrics: Instruments, { model, attempts, status }: UsageEvent): void {
  const models = [...new Set(attempts.map((attempt) => attempt.model))].filter((name) => name !== model);
  models.forEach((name, index) => {
    const success = status === 'success' && index === models.length - 1 && attempts.at(-1)?.model === name;
    metrics.fallbacks.inc({ from_model: model, to_model: name, success: String(success) });
  });
}

function observeTimePerOutputToken(metrics: Instruments, event: UsageEvent, provider: string): void {
  const { firstTokenMs, durationMs, tokens, status } = event;
  // The time between tokens needs two of them, and an answer that came to its end.
  if (status === 'success' && firstTokenMs !== undefined && tokens !== undefined && tokens.output > 1) {
    const seconds = (durationMs - firstTokenMs) / MS_PER_SECOND / (tokens.output - 1);
    metrics.timePerOutputToken.observe({ model: event.model, provider }, seconds);
  }
}
