import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { SceneQueryRunner } from '@grafana/scenes';
import { providerFailureRatio, requestDuration, requestRate } from '@llm-gateway/catalogue';
import { notCompared } from '../../../scenes/queries/comparison';
import { metricSeries } from '../../../scenes/queries/metrics';

/** What a card shows of a provider; left out where nothing was measured. */
export interface ProviderFigures {
  /** Requests per second over the page's time range. */
  readonly rate?: Trend;
  /** Share of calls that failed through the provider, 0 to 1, now. */
  readonly failureRatio?: number;
  /** Of successful requests, in seconds, now. */
  readonly p95?: number;
}

export interface Trend {
  readonly time: Field;
  readonly values: Field;
  readonly last: number;
}

const BY_PROVIDER = { by: ['provider'] };
const LEGEND = '{{provider}}';

/** The figures of all providers in one question; the letters are its queries' ids, in their order. */
export function providerFigures(): SceneQueryRunner {
  return notCompared(
    metricSeries(
      { expr: requestRate(BY_PROVIDER), legend: LEGEND },
      { expr: providerFailureRatio(BY_PROVIDER), legend: LEGEND },
      { expr: requestDuration(0.95, BY_PROVIDER), legend: LEGEND }
    )
  );
}

export function figuresOf(provider: string, frames: readonly DataFrame[]): ProviderFigures {
  const trend = (refId: string) =>
    trendOf(frames.find((frame) => frame.refId === refId && providerIn(frame) === provider));
  return { rate: trend('A'), failureRatio: trend('B')?.last, p95: trend('C')?.last };
}

function providerIn({ fields }: DataFrame): string | undefined {
  return fields.find(({ type }) => type === FieldType.number)?.labels?.['provider'];
}

function trendOf(frame: DataFrame | undefined): Trend | undefined {
  const time = frame?.fields.find(({ type }) => type === FieldType.time);
  const values = frame?.fields.find(({ type }) => type === FieldType.number);
  const known = values?.values.filter((value) => typeof value === 'number' && !Number.isNaN(value)) ?? [];
  return time && values && known.length > 0 ? { time, values, last: known.at(-1) } : undefined;
}
