import type { Attempt, UsageEvent, UsageListener } from '../../usage/event.js';
import { NONE } from '../labels/none.js';
import type { Metrics } from '../registry.js';
import { type ExemplarSource, HistogramChild } from '../series/histogramChild.js';
import type { StoredLabels } from '../series/stored.js';
import { ValueChild } from '../series/valueChild.js';
import { AttemptSeries } from './attemptSeries.js';
import { countFallbacks } from './countFallbacks.js';
import { countRetries } from './countRetries.js';
import { RequestSeries } from './requestSeries.js';
import { seconds } from './seconds.js';
import { SpeedSeries } from './speedSeries.js';
import { UseSeries } from './useSeries.js';

/** In no label: it keeps the parts of a key apart. */
const SEPARATOR = '\0';

/**
 * Counts usage events. What requests have in common is looked up once, by one text of all their labels, and leads to
 * their series; the labels are bounded, and so is what is held.
 * @param latencyBy labels that the latency histograms get besides model and provider
 */
export function recordUsage(
  { instruments: metrics, labels }: Pick<Metrics, 'instruments' | 'labels'>,
  latencyBy: ReadonlyArray<'team' | 'key'> = []
): UsageListener {
  const requests = new Map<string, RequestSeries>();
  const uses = new Map<string, UseSeries>();
  const speeds = new Map<string, SpeedSeries>();
  const attempts = new Map<string, AttemptSeries>();
  const cacheResults = new Map<string, ValueChild>();
  const cacheTokens = new Map<string, ValueChild>();
  const queues = new Map<string, HistogramChild>();
  const overhead = new HistogramChild(metrics.overhead, {});

  const requestSeries = (event: UsageEvent, model: string): RequestSeries => {
    const provider = labels.provider.show(event.provider);
    const deployment = labels.deployment.show(event.deployment);
    const team = labels.team.show(event.team);
    const key = labels.key.show(event.key);
    const streaming = event.streaming ? 'true' : 'false';
    const { status, code, operation } = event;
    const error_type = event.errorType ?? NONE;
    const name =
      `${model}\0${provider}\0${deployment}\0${team}\0${key}` +
      `\0${streaming}\0${status}\0${code}\0${error_type}\0${operation}`;
    return memo(requests, name, () => {
      const whose = { model, provider, deployment, team, key };
      const latency: StoredLabels = Object.fromEntries(latencyBy.map((label) => [label, whose[label]]));
      const use = memo(
        uses,
        [model, provider, team, key, operation].join(SEPARATOR),
        () => new UseSeries(metrics, model, provider, team, key, operation)
      );
      const speed = memo(
        speeds,
        [model, provider, operation, ...Object.values(latency)].join(SEPARATOR),
        () => new SpeedSeries(metrics, model, provider, operation, latency)
      );
      const all = { ...whose, streaming, status, code: String(code), error_type, operation };
      return new RequestSeries(metrics, all, latency, use, speed);
    });
  };

  const cachedTokens = (model: string, type: 'input' | 'output'): ValueChild =>
    memo(cacheTokens, `${model}\0${type}`, () => new ValueChild(metrics.cacheTokens, { model, type }));

  const countAttempt = (attempt: Attempt, model: string, operation: string, example: ExemplarSource): void => {
    const provider = labels.provider.show(attempt.provider);
    const deployment = labels.deployment.show(attempt.deployment);
    const { outcome, status = NONE } = attempt;
    const series = memo(attempts, `${model}\0${provider}\0${deployment}\0${outcome}\0${status}\0${operation}`, () => {
      const all = { model, provider, deployment, outcome, code: String(status) };
      return new AttemptSeries(metrics, all, operation);
    });
    series.count(attempt.durationMs, example);
  };

  return (event) => {
    const model = labels.model.show(event.model);
    const example = exampleOf(event);
    requestSeries(event, model).count(event, example);
    if (event.overheadMs !== undefined) {
      overhead.observe(seconds(event.overheadMs), example);
    }
    for (const attempt of event.attempts) {
      countAttempt(attempt, model, event.operation, example);
    }
    if (event.attempts.length > 1) {
      countRetries(metrics, labels, event);
      countFallbacks(metrics, labels, event);
    } else if (event.attempts[0] !== undefined && event.attempts[0].model !== event.model) {
      countFallbacks(metrics, labels, event);
    }
    const result = event.cache ?? 'bypass';
    memo(cacheResults, `${model}\0${result}`, () => new ValueChild(metrics.cacheRequests, { model, result })).add(1);
    if (event.savedTokens !== undefined) {
      cachedTokens(model, 'input').add(event.savedTokens.input);
      cachedTokens(model, 'output').add(event.savedTokens.output);
    }
    if (event.queuedMs !== undefined) {
      const queue = memo(queues, model, () => new HistogramChild(metrics.queueDuration, { model }));
      queue.observe(seconds(event.queuedMs), example);
    }
  };
}

function memo<Value>(known: Map<string, Value>, name: string, make: () => Value): Value {
  let value = known.get(name);
  if (value === undefined) {
    value = make();
    known.set(name, value);
  }
  return value;
}

function exampleOf({ id, traceId, time, durationMs }: UsageEvent): ExemplarSource {
  return {
    labels: traceId === undefined ? { request_id: id } : { request_id: id, trace_id: traceId },
    time: (time + durationMs) / 1000,
  };
}
