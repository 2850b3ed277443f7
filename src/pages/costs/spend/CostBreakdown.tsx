import React from 'react';
import { t } from '@grafana/i18n';
import { SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { Answered } from '../../../components/states/Answered';
import { useAdminAnswer } from '../../../scenes/queries/useAdminAnswer';
import { SceneExploreLink } from '../../../scenes/SceneExploreLink';
import { useComparison } from '../../../scenes/useComparison';
import { costsOf } from '../CostsBody';
import { SectionPanel } from '../../../components/SectionPanel';
import { narrowed } from '../scope/costScope';
import { dimensionLabel } from '../scope/dimensions';
import { askBreakdown, breakdownQuery } from './askBreakdown';
import { BreakdownTable } from './BreakdownTable';
import { AS_IT_IS } from '../../../asItIs';

/** Who or what the costs of the time range are of; each leads to what its own are made of. */
export class CostBreakdown extends SceneObjectBase<SceneObjectState> {
  static Component = CostBreakdownRenderer;
}

function CostBreakdownRenderer({ model }: SceneComponentProps<CostBreakdown>) {
  const body = costsOf(model);
  const { by, filters } = body.useState();
  const scope = { by, filters };
  const comparison = useComparison(model);
  const about = JSON.stringify([scope, comparison?.state.compareWith]);
  const answer = useAdminAnswer(model, about, async ({ api, range }) => {
    const earlier = comparison?.getCompareTimeRange(range);
    const [now, before] = await Promise.all([
      askBreakdown({ api, range }, scope),
      earlier && askBreakdown({ api, range: earlier }, scope),
    ]);
    return { now, before };
  });
  return (
    <SectionPanel
      title={t('costs.breakdown.title', 'Cost by {{dimension}}', {
        dimension: dimensionLabel(by).toLowerCase(),
        ...AS_IT_IS,
      })}
      actions={<SceneExploreLink part={model} query={breakdownQuery(scope)} />}
      description={t(
        'costs.breakdown.description',
        'Exact figures from the ledger for the time range of the page. A click on one shows what its costs are made of. Requests without a known price are counted, and not in the cost.'
      )}
    >
      <Answered answer={answer} failed={t('costs.breakdown.failed', 'The costs cannot be read')}>
        {(periods) => (
          <BreakdownTable {...periods} by={by} onDrill={(value) => body.setState(narrowed(scope, value))} />
        )}
      </Answered>
    </SectionPanel>
  );
}
