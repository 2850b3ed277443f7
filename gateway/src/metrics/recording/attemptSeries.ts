import type { Instruments } from '../registry.js';
import { type ExemplarSource, HistogramChild } from '../series/histogramChild.js';
import { ValueChild } from '../series/valueChild.js';
import { seconds } from './seconds.js';

export interface AttemptLabels {
  readonly model: string;
  readonly provider: string;
  readonly deployment: string;
  readonly outcome: string;
  readonly code: string;
}

/** Calls to a deployment that ended alike. */
export class AttemptSeries {
  private readonly attempts: ValueChild;
  private readonly duration: HistogramChild;

  constructor(metrics: Instruments, labels: AttemptLabels, operation: string) {
    const { model, provider, deployment } = labels;
    this.attempts = new ValueChild(metrics.attempts, { ...labels });
    this.duration = new HistogramChild(metrics.attemptDuration, { model, provider, deployment, operation });
  }

  count(durationMs: number, example: ExemplarSource): void {
    this.attempts.add(1);
    this.duration.observe(seconds(durationMs), example);
  }
}
