import { isEqual } from 'lodash';
import type { SceneObject, SceneQueryRunner } from '@grafana/scenes';
import type { AdminData } from '../../../scenes/queries/AdminData';
import { usage, usageQuery, type UsageQuestion } from '../../../scenes/queries/usage';
import { costsOf } from '../CostsBody';
import type { CostScope } from './costScope';

/** A behaviour: asks again whenever other costs are to be shown. */
export function askAgainByScope(data: AdminData) {
  return onScope(data, () => void data.run());
}

/** Exact figures of the costs that are shown; what is asked may depend on what they are told apart by. */
export function scopedUsage(
  question: (scope: CostScope) => Omit<UsageQuestion, 'filters' | 'buckets'>,
  buckets?: number
) {
  const queriesOf = ({ by, filters }: CostScope) => [usageQuery({ ...question({ by, filters }), filters })];
  const follow = (runner: SceneQueryRunner) => {
    runner.setState({ queries: queriesOf(costsOf(runner).state) });
    return onScope(runner, (scope) => {
      runner.setState({ queries: queriesOf(scope) });
      runner.runQueries();
    });
  };
  const runner = usage({ ...question({ by: 'team', filters: [] }), buckets });
  runner.setState({ $behaviors: [follow] });
  return runner;
}

function onScope(part: SceneObject, act: (scope: CostScope) => void) {
  const subscription = costsOf(part).subscribeToState(({ by, filters }, before) => {
    if (by !== before.by || !isEqual(filters, before.filters)) {
      act({ by, filters });
    }
  });
  return () => subscription.unsubscribe();
}
