import { useCallback, useRef, useState } from 'react';
import { t } from '@grafana/i18n';
import type { ComboboxOption } from '@grafana/ui';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import type { LoadValues } from './props';

interface Suggestions {
  /** For a combobox, which asks again with each letter that is typed. */
  options: (typed: string) => Promise<ComboboxOption[]>;
  /** Why there are only variables among them. */
  failure: string | undefined;
}

/** The dashboard's variables, then the values that the gateway knows for a dimension. */
export function useSuggestions(loadValues: LoadValues, dimension: UsageGrouping, variables: string[]): Suggestions {
  const [failure, setFailure] = useState<string>();
  const loaded = useRef<{ by: LoadValues; dimension: UsageGrouping; values: Promise<string[]> } | undefined>(undefined);
  const options = useCallback(
    async (typed: string) => {
      // Opening the list asks anew; typing in it does not.
      if (typed === '' || loaded.current?.by !== loadValues || loaded.current.dimension !== dimension) {
        loaded.current = { by: loadValues, dimension, values: loadValues(dimension) };
      }
      let values: string[] = [];
      try {
        values = await loaded.current.values;
        setFailure(undefined);
      } catch (error) {
        setFailure(error instanceof Error ? error.message : String(error));
      }
      return [
        ...variables.map((name) => ({ value: `$${name}`, description: t('filters.variable', 'Variable') })),
        ...values.map((value) => ({ value })),
      ].filter(({ value }) => value.toLowerCase().includes(typed.toLowerCase()));
    },
    [loadValues, dimension, variables]
  );
  return { options, failure };
}
