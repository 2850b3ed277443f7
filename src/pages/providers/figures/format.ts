import { formattedValueToString, getValueFormat } from '@grafana/data';

/** A figure in Grafana's unit; a dash where it is not known. */
export function format(unit: string, value: number | undefined, decimals?: number): string {
  return value === undefined ? '–' : formattedValueToString(getValueFormat(unit)(value, decimals));
}
