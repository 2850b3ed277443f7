import { alertRules, type AlertRule } from '@llm-gateway/catalogue';
import type { InstalledRule } from '../../api/alerting/provisioning';
import type { EvaluatedRule, RuleState } from '../../api/alerting/ruleStates';
import { customUid } from './customUid';
import { conditionOf, type RuleCondition } from './ruleCondition';

/**
 * Where the rule in force comes from: a provisioned file (Grafana refuses to change it), an installation that can be
 * changed, a copy with its own threshold in place of a provisioned one; or there is none.
 */
export type RuleOrigin = 'file' | 'installed' | 'custom' | 'missing';

/** A rule of the catalogue, and how it stands in this Grafana. */
export interface RuleStanding {
  readonly rule: AlertRule;
  readonly origin: RuleOrigin;
  /** The one in force. */
  readonly installed: InstalledRule | undefined;
  readonly evaluated: EvaluatedRule | undefined;
  readonly state: RuleState | 'missing' | 'paused' | 'error';
  /** Threshold and duration in force; the catalogue's where none is installed. */
  readonly condition: RuleCondition;
  /** Whether that is another one than the catalogue's. */
  readonly changed: boolean;
}

/** Every rule of the catalogue, in its order. */
export function ruleStandings(
  installed: readonly InstalledRule[],
  evaluated: readonly EvaluatedRule[]
): RuleStanding[] {
  const rules = new Map(installed.map((rule) => [rule.uid, rule]));
  const states = new Map(evaluated.map((rule) => [rule.uid, rule]));
  return alertRules.map((rule) => {
    const custom = rules.get(customUid(rule));
    const inForce = custom ?? rules.get(rule.uid);
    const state = inForce && states.get(inForce.uid);
    const standard: RuleCondition = { threshold: rule.threshold.value, for: rule.for };
    const condition = (inForce && conditionOf(inForce)) ?? standard;
    return {
      rule,
      origin: custom ? 'custom' : !inForce ? 'missing' : inForce.provenance === 'file' ? 'file' : 'installed',
      installed: inForce,
      evaluated: state,
      state: stateOf(inForce, state),
      condition,
      changed: condition.threshold !== standard.threshold || condition.for !== standard.for,
    };
  });
}

function stateOf(installed: InstalledRule | undefined, evaluated: EvaluatedRule | undefined): RuleStanding['state'] {
  if (!installed) {
    return 'missing';
  }
  if (installed.isPaused) {
    return 'paused';
  }
  const state = evaluated?.state ?? 'unknown';
  return evaluated?.health === 'error' && state !== 'firing' ? 'error' : state;
}
