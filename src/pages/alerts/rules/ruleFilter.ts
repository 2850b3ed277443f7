import type { Severity } from '@llm-gateway/catalogue';
import type { RuleStanding } from '../ruleStanding';
import { STATES, type StandingState } from './ruleStateBadge';

/** Which rules are shown; all of it is in the URL. */
export interface RuleFilter {
  readonly text: string;
  readonly states: readonly StandingState[];
  readonly severities: readonly Severity[];
}

const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'info'];

/** Reads `q`, `state` and `severity` of a query string; what is no state or severity is left out. */
export function parseFilter(search: string): RuleFilter {
  const parameters = new URLSearchParams(search);
  const list = <T extends string>(name: string, known: readonly T[]) =>
    known.filter((each) => parameters.getAll(name).includes(each));
  return { text: parameters.get('q') ?? '', states: list('state', STATES), severities: list('severity', SEVERITIES) };
}

/** For a change of the URL: null takes a parameter out. */
export function filterParameters({ text, states, severities }: RuleFilter): Record<string, string | string[] | null> {
  return {
    q: text || null,
    state: states.length > 0 ? [...states] : null,
    severity: severities.length > 0 ? [...severities] : null,
  };
}

/** The rules that a filter lets through, the most urgent first. */
export function filterRules(standings: readonly RuleStanding[], filter: RuleFilter): RuleStanding[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return standings
    .filter(({ state, rule }) => {
      const haystack = `${rule.name} ${rule.condition} ${rule.topic} ${rule.group}`.toLowerCase();
      return (
        (filter.states.length === 0 || filter.states.includes(state)) &&
        (filter.severities.length === 0 || filter.severities.includes(rule.severity)) &&
        words.every((word) => haystack.includes(word))
      );
    })
    .sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
}
