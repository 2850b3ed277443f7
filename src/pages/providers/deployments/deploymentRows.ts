import type { Deployment } from '../facts/standing';
import type { Figures } from '../figures/callFigures';
import { tightest } from '../figures/headroom';

/** A line of the table of deployments: one for each model that a deployment serves. */
export interface DeploymentRow extends Deployment {
  readonly rate: number | undefined;
  readonly failures: number | undefined;
  readonly p95: number | undefined;
  readonly cost: number | undefined;
  readonly left: number | undefined;
}

export function deploymentRows(
  deployments: readonly Deployment[],
  figures: Figures,
  costs: ReadonlyMap<string, number>
): DeploymentRow[] {
  const rows = deployments.map((each) => ({
    ...each,
    rate: figures.rate.get(each.deployment),
    failures: figures.failures.get(each.deployment),
    p95: figures.p95.get(each.deployment),
    cost: costs.get(each.deployment) ?? 0,
    left: tightest(each.headroom ?? {}),
  }));
  return rows.sort((a, b) => a.deployment.localeCompare(b.deployment) || a.model.localeCompare(b.model));
}
