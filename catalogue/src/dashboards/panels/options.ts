import type { Query } from '../query.js';
import type { Unit } from '../units.js';

/** What every panel must say of itself. */
export interface PanelOptions {
  readonly title: string;
  readonly description: string;
  readonly unit: Unit;
  readonly queries: readonly Query[];
  /** Shown where there is no series at all. */
  readonly noValue?: string;
}

export const NOTHING_MEASURED = 'Nothing measured in this time range';
