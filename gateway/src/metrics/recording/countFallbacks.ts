import type { UsageEvent } from '../../usage/event.js';
import type { LabelGuard } from '../labels/labelGuard.js';
import type { Instruments } from '../registry.js';

/** One for each model that was gone on to; only the last one can have answered. */
export function countFallbacks({ fallbacks }: Instruments, labels: LabelGuard, event: UsageEvent): void {
  const { model, attempts, status } = event;
  const models = [...new Set(attempts.map((attempt) => attempt.model))].filter((name) => name !== model);
  models.forEach((name, index) => {
    const success = status === 'success' && index === models.length - 1 && attempts.at(-1)?.model === name;
    fallbacks.inc({
      from_model: labels.model.show(model),
      to_model: labels.model.show(name),
      success: String(success),
    });
  });
}
