import type { Severity } from '../rule.js';

/** Name of Grafana's contact point for alerts of a severity. */
export function contactPointOf(severity: Severity): string {
  return `LLM Gateway ${severity}`;
}
