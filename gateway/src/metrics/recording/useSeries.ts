import type { TokenUsage, UsageEvent } from '../../usage/event.js';
import type { Instruments } from '../registry.js';
import { type ExemplarSource, HistogramChild } from '../series/histogramChild.js';
import { ValueChild } from '../series/valueChild.js';

/** Parts of input and output, by their name as a label. */
const DETAILS: ReadonlyArray<readonly [detail: string, read: (tokens: TokenUsage) => number]> = [
  ['cached_input', ({ cachedInput }) => cachedInput],
  ['cache_write', ({ cacheWrite5m = 0, cacheWrite1h = 0 }) => cacheWrite5m + cacheWrite1h],
  ['audio_input', ({ audioInput = 0 }) => audioInput],
  ['image_input', ({ imageInput = 0 }) => imageInput],
  ['reasoning', ({ reasoning }) => reasoning],
  ['audio_output', ({ audioOutput = 0 }) => audioOutput],
  ['image_output', ({ imageOutput = 0 }) => imageOutput],
];

/** What requests of one key used of a model at a provider: tokens, money, and what our cache saved. */
export class UseSeries {
  private readonly input: ValueChild;
  private readonly output: ValueChild;
  private readonly inputSize: HistogramChild;
  private readonly outputSize: HistogramChild;
  private readonly details: readonly ValueChild[];
  private readonly cost: ValueChild;
  private readonly unpriced: ValueChild;
  private readonly saved: ValueChild;

  constructor(metrics: Instruments, model: string, provider: string, team: string, key: string, operation: string) {
    this.input = new ValueChild(metrics.tokens, { model, provider, team, key, type: 'input' });
    this.output = new ValueChild(metrics.tokens, { model, provider, team, key, type: 'output' });
    this.inputSize = new HistogramChild(metrics.requestTokens, { model, provider, type: 'input', operation });
    this.outputSize = new HistogramChild(metrics.requestTokens, { model, provider, type: 'output', operation });
    this.details = DETAILS.map(([detail]) => new ValueChild(metrics.tokenDetails, { model, provider, detail }));
    this.cost = new ValueChild(metrics.cost, { model, provider, team, key });
    this.unpriced = new ValueChild(metrics.unpricedRequests, { model, provider });
    this.saved = new ValueChild(metrics.cacheSaved, { model, team, key });
  }

  count({ tokens, cost, unpriced, savedNanoUsd }: UsageEvent, example: ExemplarSource): void {
    if (tokens !== undefined) {
      this.input.add(tokens.input);
      this.output.add(tokens.output);
      this.inputSize.observe(tokens.input, example);
      this.outputSize.observe(tokens.output, example);
      for (let at = 0; at < DETAILS.length; at++) {
        const amount = DETAILS[at]?.[1](tokens) ?? 0;
        if (amount > 0) {
          this.details[at]?.add(amount);
        }
      }
    }
    if (cost !== undefined) {
      this.cost.add(cost.nanoUsd);
    } else if (unpriced) {
      this.unpriced.add(1);
    }
    if (savedNanoUsd !== undefined) {
      this.saved.add(savedNanoUsd);
    }
  }
}
