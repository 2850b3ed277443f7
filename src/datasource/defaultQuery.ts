import type { UsageQuery } from './types';

/** What a new query asks, and what a saved one means by a field that it leaves out. */
export const DEFAULT_QUERY = {
  queryType: 'usage',
  format: 'time_series',
  measures: ['requests'],
  groupBy: [],
  filters: [],
} satisfies Partial<UsageQuery>;
