import type { ComboboxOption } from '@grafana/ui';
import { USAGE_DIMENSIONS, USAGE_MEASURES, type UsageDimension, type UsageMeasure } from '@llm-gateway/catalogue';

export const MEASURE_OPTIONS: Array<ComboboxOption<UsageMeasure>> = USAGE_MEASURES.map(({ name, label }) => ({
  value: name,
  label,
}));

export const DIMENSION_OPTIONS: Array<ComboboxOption<UsageDimension>> = USAGE_DIMENSIONS.map((name) => ({
  value: name,
  label: title(name),
}));

/** `error_type` as a reader writes it: "Error type". */
function title(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
}
