import type { AdminQuestion } from '../../../scenes/queries/AdminData';
import { askCosts } from '../figures/askCosts';

export interface SavedProviders {
  /** By name, in US dollars. */
  readonly costs: ReadonlyMap<string, number>;
  /** Those that the gateway goes on without, and why. */
  readonly notInForce: ReadonlyArray<{ readonly name: string; readonly problem: string }>;
}

export async function askProviders(question: AdminQuestion): Promise<SavedProviders> {
  const [costs, { providers }] = await Promise.all([
    askCosts(question, 'provider'),
    question.api.get('/providers', { query: { limit: 500 } }),
  ]);
  const notInForce = providers.flatMap(({ name, problem }) => (problem === undefined ? [] : [{ name, problem }]));
  return { costs, notInForce };
}
