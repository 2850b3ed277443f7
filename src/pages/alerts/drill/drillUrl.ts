import type { Drill } from './drillFacts';

/** Reads `drill` and `drill-from` of a query string. */
export function parseDrill(search: string): Drill | undefined {
  const parameters = new URLSearchParams(search);
  const provider = parameters.get('drill');
  const startedAt = Number(parameters.get('drill-from'));
  return provider && Number.isSafeInteger(startedAt) && startedAt > 0 ? { provider, startedAt } : undefined;
}

/** For a change of the URL: null takes a parameter out. */
export function drillParameters(drill: Drill | undefined): Record<string, string | null> {
  return { drill: drill?.provider ?? null, 'drill-from': drill ? String(drill.startedAt) : null };
}
