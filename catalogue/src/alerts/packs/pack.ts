import type { Severity } from '../rule.js';

/** An alert of a document whose names others already have in their dashboards, routes and runbooks. */
export interface PackAlert {
  /** As the document calls it. */
  readonly name: string;
  readonly severity: Severity;
  /** Whole condition, in PromQL on that document's own metric names. */
  readonly expr: string;
  /** How long it must hold, as a duration; left out where the window of the expression is all that is asked for. */
  readonly for?: string;
  readonly summary: string;
  readonly description: string;
}

export interface PackGroup {
  readonly name: string;
  readonly alerts: readonly PackAlert[];
}

/** All alerts of one such document. */
export interface AlertPack {
  /** Name of the document and of the rule file. */
  readonly name: string;
  /** What to know before it is loaded: head of the rule file, a line each. */
  readonly about: readonly string[];
  readonly groups: readonly PackGroup[];
}
