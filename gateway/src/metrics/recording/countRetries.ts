import type { UsageEvent } from '../../usage/event.js';
import type { LabelGuard } from '../labels/labelGuard.js';
import type { Instruments } from '../registry.js';

/** One for each call to a model that had been called before in the same request. */
export function countRetries({ retries }: Instruments, labels: LabelGuard, event: UsageEvent): void {
  const called = new Set<string>();
  event.attempts.forEach(({ model, provider }, index) => {
    const before = event.attempts[index - 1];
    if (before !== undefined && called.has(model)) {
      const reason = before.outcome;
      retries.inc({ model: labels.model.show(event.model), provider: labels.provider.show(provider), reason });
    }
    called.add(model);
  });
}
