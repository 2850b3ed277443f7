import type { ComboboxOption } from '@grafana/ui';
import { USAGE_DIMENSIONS, USAGE_MEASURES, type UsageGrouping, type UsageMeasure } from '@llm-gateway/catalogue';

export const MEASURE_OPTIONS: Array<ComboboxOption<UsageMeasure>> = USAGE_MEASURES.map(({ name, label }) => ({
  value: name,
  label,
}));

export const DIMENSION_OPTIONS: Array<ComboboxOption<UsageGrouping>> = USAGE_DIMENSIONS.map((name) => ({
  value: name,
  label: title(name),
}));

/** What was chosen or typed; what is no dimension is meant as the name of a tag. */
export function toGrouping(text: string): UsageGrouping {
  const isDimension = DIMENSION_OPTIONS.some(({ value }) => value === text);
  return (isDimension || text.startsWith('tag:') ? text : `tag:${text}`) as UsageGrouping;
}

/** `error_type` as a reader writes it: "Error type". */
function title(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
}
