import { freeName } from './budgets.js';
import type { ReadDeployment } from './deployments.js';
import type { ImportParts } from './draft.js';
import { asCount } from './values.js';

/** Limits of deployments that LiteLLM keeps, as limits of the model: their sum. */
export function importRates(model: string, reads: readonly ReadDeployment[], parts: ImportParts): void {
  for (const [key, ours] of [
    ['rpm', 'requests_per_minute'],
    ['tpm', 'tokens_per_minute'],
  ] as const) {
    const each = reads.map(({ params }) => asCount(params[key]));
    const sum = each.reduce<number | undefined>(
      (total, rate) => (total === undefined || rate === undefined ? undefined : total + rate),
      0
    );
    if (sum === undefined || !(sum >= 1)) {
      continue;
    }
    const to = `limits[${parts.draft.limits.length}].${ours}`;
    parts.draft.limits.push({ name: freeName(`${model}-${key}`, parts.draft.limits), model, [ours]: sum });
    for (const { path } of reads) {
      parts.account.kept([...path, 'litellm_params', key], to, 'the sum over the deployments of the model');
    }
  }
}
