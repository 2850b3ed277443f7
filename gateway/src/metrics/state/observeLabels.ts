import { GUARDED_LABELS } from '../labels/labelGuard.js';
import type { Metrics } from '../registry.js';
import { valueSeries } from '../series/stored.js';

/** How many values labels have had, and how often that was too many. @returns what reads it */
export function observeLabels({ instruments, labels }: Pick<Metrics, 'instruments' | 'labels'>): () => void {
  return () => {
    for (const label of GUARDED_LABELS) {
      const { size, overflows } = labels[label];
      instruments.labelValues.set({ label }, size);
      valueSeries(instruments.labelOverflows, { label }).value = overflows;
    }
  };
}
