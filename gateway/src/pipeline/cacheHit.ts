import type { StoredAnswer } from '../cache/storedAnswer.js';
import type { Deployment } from '../routing/deployment.js';

/** An answer to give again. */
export interface CacheHit {
  readonly answer: StoredAnswer;
  readonly ageMs: number;
  /** That made it, as it is configured now. */
  readonly deployment: Deployment;
}
