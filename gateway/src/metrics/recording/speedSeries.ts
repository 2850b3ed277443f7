import type { UsageEvent } from '../../usage/event.js';
import type { Instruments } from '../registry.js';
import { type ExemplarSource, HistogramChild } from '../series/histogramChild.js';
import type { StoredLabels } from '../series/stored.js';
import { ValueChild } from '../series/valueChild.js';
import { seconds } from './seconds.js';

/** Weight of the newest answer in the smoothed tokens per second. */
const WEIGHT = 0.1;

/** How fast a model streams at a provider. */
export class SpeedSeries {
  private readonly firstToken: HistogramChild;
  private readonly perToken: HistogramChild;
  private readonly perSecond: ValueChild;

  /** @param latency the labels of metrics.latency_by */
  constructor(metrics: Instruments, model: string, provider: string, operation: string, latency: StoredLabels) {
    this.firstToken = new HistogramChild(metrics.timeToFirstToken, { model, provider, operation, ...latency });
    this.perToken = new HistogramChild(metrics.timePerOutputToken, { model, provider, operation, ...latency });
    this.perSecond = new ValueChild(metrics.tokensPerSecond, { model, provider });
  }

  observe({ firstTokenMs, durationMs, tokens, status }: UsageEvent, example: ExemplarSource): void {
    if (firstTokenMs === undefined) {
      return;
    }
    this.firstToken.observe(seconds(firstTokenMs), example);
    // The time between tokens needs two of them, and an answer that came to its end.
    if (status === 'success' && tokens !== undefined && tokens.output > 1) {
      const each = seconds(durationMs - firstTokenMs) / (tokens.output - 1);
      this.perToken.observe(each, example);
      if (each > 0) {
        this.perSecond.smooth(1 / each, WEIGHT);
      }
    }
  }
}
