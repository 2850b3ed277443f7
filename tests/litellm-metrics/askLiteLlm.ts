import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A metric family as LiteLLM defines it, named as on the wire. */
export interface LiteLlmFamily {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly labels: readonly string[];
  /** Upper bounds without infinity; null of what is no histogram. */
  readonly buckets: readonly number[] | null;
}

export interface LiteLlmMetrics {
  readonly families: readonly LiteLlmFamily[];
  /** Names of its exceptions, which are values of `exception_class`. */
  readonly exceptions: readonly string[];
}

/** What LiteLLM's proxy would register, asked of its own code. */
export function askLiteLlm(python: string): LiteLlmMetrics {
  const answers = execFileSync(python, [join(__dirname, 'litellm_metrics.py')], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(answers) as LiteLlmMetrics;
}
