import type { Threshold } from '@grafana/data';

/** From 1 % an error rate deserves a look, from 5 % it is an incident. */
export const ERROR_THRESHOLDS: Threshold[] = [
  { value: -Infinity, color: 'green' },
  { value: 0.01, color: 'orange' },
  { value: 0.05, color: 'red' },
];
