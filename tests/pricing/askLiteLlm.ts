import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import type { LiteLlmPrices } from './litellmPrice.js';
import type { ReportedUsage } from './uses.js';

/** Dollars by use; null where LiteLLM has an error. */
type Costs = Readonly<Record<string, number | null>>;

export interface LiteLlmModel {
  readonly provider: string;
  readonly mode: string | null;
  readonly prices: LiteLlmPrices;
  /** Its calculator on these prices. */
  readonly generic: Costs;
  /** What its callers get; none for providers that were not asked for. */
  readonly public: Costs;
  /** Its calculator of batches on these prices. */
  readonly batch: Costs;
}

/** Something else than tokens that has a price. */
export interface LiteLlmUnit {
  readonly key: string;
  readonly price:
    'input_cost_per_character' | 'input_cost_per_second' | 'output_cost_per_second' | 'output_cost_per_image';
  readonly usd: number;
  readonly amount: number;
  readonly cost: number | null;
}

export interface LiteLlmAnswers {
  readonly models: Readonly<Record<string, LiteLlmModel>>;
  readonly units: readonly LiteLlmUnit[];
}

export interface LiteLlmQuestions {
  /** Epoch milliseconds: some prices change with the time of day. */
  readonly at: number;
  readonly uses: Readonly<Record<string, ReportedUsage>>;
  /** Names of uses to price as batches, too. */
  readonly batches: readonly string[];
  /** Providers, as LiteLLM calls them, of which to tell what its callers get. */
  readonly public: readonly string[];
}

/** What LiteLLM asks for these uses, by every entry of its price table that has prices for tokens. */
export function askLiteLlm(python: string, questions: LiteLlmQuestions): LiteLlmAnswers {
  const answers = execFileSync(python, [join(__dirname, 'litellm_costs.py')], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1_000_000_000,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return JSON.parse(answers) as LiteLlmAnswers;
}
