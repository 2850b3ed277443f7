import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { UsageFilter } from './types';

/**
 * What a variable's "All" comes out as when the variable has a custom value for it: Grafana's own word, and the one
 * that variables shared with Prometheus panels use. Without a custom value, "All" comes out as each of the options.
 */
const ALL = new Set(['$__all', '.*']);

/** Puts variables' values in place of their names. A filter that "All" or an empty variable leaves open keeps all. */
export function interpolateFilters(
  filters: UsageFilter[],
  scopedVars: ScopedVars,
  templates: TemplateSrv
): UsageFilter[] {
  return filters.map(({ dimension, values }) => {
    const meant = values.flatMap((value) => expand(value, scopedVars, templates)).filter((value) => value !== '');
    return { dimension, values: meant.some((value) => ALL.has(value)) ? [] : meant };
  });
}

/** A value that is a variable and nothing else stands for all that is selected in it. */
function expand(value: string, scopedVars: ScopedVars, templates: TemplateSrv): string[] {
  const selected: string[] = [];
  const rest = templates.replace(value, scopedVars, (variable: string | string[]) => {
    selected.push(...[variable].flat().map(String));
    return '';
  });
  return rest === '' ? selected : [templates.replace(value, scopedVars)];
}
