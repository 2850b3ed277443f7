import type { UsageEvent } from '../../usage/event.js';
import type { Instruments } from '../registry.js';
import { type ExemplarSource, HistogramChild } from '../series/histogramChild.js';
import { ValueChild } from '../series/valueChild.js';
import type { StoredLabels } from '../series/stored.js';
import { seconds } from './seconds.js';
import type { SpeedSeries } from './speedSeries.js';
import type { UseSeries } from './useSeries.js';

/** What tells the requests of one series from those of another. */
export interface RequestLabels {
  readonly model: string;
  readonly provider: string;
  readonly deployment: string;
  readonly team: string;
  readonly key: string;
  readonly streaming: string;
  readonly status: string;
  readonly code: string;
  readonly error_type: string;
  readonly operation: string;
}

/** Series of requests that are alike in all labels, held so that none has to be looked for again. */
export class RequestSeries {
  private readonly requests: ValueChild;
  private readonly duration: HistogramChild;

  /**
   * @param latency the labels of metrics.latency_by
   * @param use of the same model, provider, team, key and operation
   * @param speed of the same model, provider and operation, and the labels of metrics.latency_by
   */
  constructor(
    metrics: Instruments,
    labels: RequestLabels,
    latency: StoredLabels,
    private readonly use: UseSeries,
    private readonly speed: SpeedSeries
  ) {
    const { model, provider, streaming, status, operation } = labels;
    this.requests = new ValueChild(metrics.requests, { ...labels });
    this.duration = new HistogramChild(metrics.requestDuration, {
      model,
      provider,
      streaming,
      status,
      operation,
      ...latency,
    });
  }

  count(event: UsageEvent, example: ExemplarSource): void {
    this.requests.add(1);
    this.duration.observe(seconds(event.durationMs), example);
    this.use.count(event, example);
    this.speed.observe(event, example);
  }
}
