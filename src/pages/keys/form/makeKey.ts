import type { GatewayApi } from '../../../api/gateway/gatewayApi';
import type { Key } from '../../../api/gateway/objects';
import { errorMessage } from '../../../api/grafana';
import { budgetBody } from '../rules/budgetDraft';
import { limitBody, limitsSomething } from '../rules/limitDraft';
import { keyBody, type NewKeyDraft } from './keyDraft';

/** A key with its secret, which nobody can be told of again. */
export interface MadeKey {
  readonly key: Key;
  readonly secret: string;
  /** What should have come with it and did not, with the reason. */
  readonly problems: readonly string[];
}

/**
 * Makes a key, then its limit and its budget: nobody has the secret yet, so nothing can be spent in between.
 * @throws GatewayApiError when there is no key; what fails afterwards is told beside the secret
 */
export async function makeKey(api: GatewayApi, draft: NewKeyDraft): Promise<MadeKey> {
  const { key: secret, ...key } = await api.post('/keys', { body: keyBody(draft) });
  const subject = { kind: 'key', name: key.name } as const;
  const rules: Array<() => Promise<unknown>> = [];
  if (limitsSomething(draft)) {
    const body = limitBody({ ...draft, name: `${key.name}-limit` }, subject);
    rules.push(() => api.post('/limits', { body }));
  }
  if (draft.hasBudget) {
    const body = budgetBody({ ...draft, name: `${key.name}-budget` }, subject);
    rules.push(() => api.post('/budgets', { body }));
  }
  const outcomes = await Promise.allSettled(rules.map((make) => make()));
  const problems = outcomes.flatMap((each) => (each.status === 'rejected' ? [errorMessage(each.reason)] : []));
  return { key, secret, problems };
}
