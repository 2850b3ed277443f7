import type { UsageGrouping } from '@llm-gateway/catalogue';

import type { Subject } from '../governance/subject.js';
import type { Store } from '../store/store.js';
import { selectSums } from './query/selectSums.js';
import { dimensionOf } from './spend.js';

interface Asked {
  readonly subject: Subject;
  readonly unit: 'usd' | 'tokens';
}

const HOUR_MS = 3_600_000;

/**
 * About what subjects used in the last hour, in nano-dollars or tokens: what the hour that is running has, and of the
 * one before it the share that lies in the last sixty minutes. Read from the sums by hour, so that it costs the same
 * however much was used.
 * @param now epoch milliseconds
 */
export async function usedInLastHour(
  store: Pick<Store, 'db' | 'dialect'>,
  asked: readonly Asked[],
  now: number
): Promise<readonly number[]> {
  const values = new Map<string, { dimension: UsageGrouping; unit: Asked['unit']; of: Map<string, number> }>();
  const places = asked.map(({ subject, unit }) => {
    const [dimension, value] = dimensionOf(subject);
    const name = `${unit} ${dimension}`;
    const group = values.get(name) ?? { dimension, unit, of: new Map<string, number>() };
    values.set(name, group);
    group.of.set(value, 0);
    return () => group.of.get(value) ?? 0;
  });
  await Promise.all([...values.values()].map((group) => addUp(store, group, now)));
  return places.map((read) => read());
}

async function addUp(
  store: Pick<Store, 'db' | 'dialect'>,
  { dimension, unit, of }: { dimension: UsageGrouping; unit: Asked['unit']; of: Map<string, number> },
  now: number
): Promise<void> {
  const hour = now - (now % HOUR_MS);
  const groups = await selectSums(
    store,
    {
      from: hour - HOUR_MS,
      to: hour + HOUR_MS,
      groupBy: [dimension],
      bucket: { kind: 'fixed', lengthMs: HOUR_MS },
      filters: { [dimension]: [...of.keys()] },
    },
    unit === 'usd' ? ['cost_nano_usd'] : ['input_tokens', 'output_tokens']
  );
  for (const { bucket, values, sums } of groups) {
    const amount = unit === 'usd' ? sums.cost_nano_usd : sums.input_tokens + sums.output_tokens;
    const share = bucket === hour ? 1 : 1 - (now - hour) / HOUR_MS;
    const value = values[0] ?? '';
    of.set(value, (of.get(value) ?? 0) + amount * share);
  }
}
