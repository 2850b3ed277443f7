import { grafanaRule, type GrafanaRule } from '@llm-gateway/catalogue';
import { isEqual } from 'lodash';
import type { RuleStanding } from '../ruleStanding';

/** Whether an installed rule that can be changed is another one than the catalogue's, its condition aside. */
export function isOutdated({ origin, rule, installed }: RuleStanding): boolean {
  return origin === 'installed' && installed !== undefined && !isEqual(essence(installed), essence(grafanaRule(rule)));
}

function essence({ title, labels, annotations, data }: GrafanaRule) {
  const query = data.find(({ refId }) => refId === 'A');
  return { title, labels, annotations, expr: query?.model['expr'] };
}
