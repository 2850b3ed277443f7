import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { LinkButton } from '@grafana/ui';
import { canConfigure } from '../../../api/user';
import { Answered } from '../../../components/states/Answered';
import { FiguresTable, type FiguresColumn } from '../../../components/table/FiguresTable';
import { pageHref } from '../../../routing/pageHref';
import { useAdminAnswer } from '../../../scenes/queries/useAdminAnswer';
import { SceneExploreLink } from '../../../scenes/SceneExploreLink';
import { costsOf } from '../CostsBody';
import { SectionPanel } from '../../../components/SectionPanel';
import { formatCount } from '../money/formatCount';
import { UNKNOWN } from '../scope/costScope';
import type { UsageGroup } from './askBreakdown';
import { askUnpriced, unpricedQuery } from './askUnpriced';

/** Models that have no price, of which the costs are therefore not known, and where to set one. */
export class UnpricedModels extends SceneObjectBase<SceneObjectState> {
  static Component = UnpricedModelsRenderer;
}

function UnpricedModelsRenderer({ model }: SceneComponentProps<UnpricedModels>) {
  const { filters } = costsOf(model).useState();
  const answer = useAdminAnswer(model, JSON.stringify(filters), (question) => askUnpriced(question, filters));
  return (
    <SectionPanel
      title={t('costs.unpriced.title', 'Models without a price')}
      actions={<SceneExploreLink part={model} query={unpricedQuery(filters)} />}
      description={t(
        'costs.unpriced.description',
        'Neither the configuration nor the price list knows what these cost. Prices that are set apply to requests from then on.'
      )}
    >
      <Answered answer={answer} failed={t('costs.unpriced.failed', 'Unpriced requests cannot be read')}>
        {(groups) => (groups.length === 0 ? <NoneUnpriced /> : <Unpriced groups={groups} />)}
      </Answered>
    </SectionPanel>
  );
}

function NoneUnpriced() {
  return (
    <p>
      <Trans i18nKey="costs.unpriced.none">Every request of this time range has a known price.</Trans>
    </p>
  );
}

function Unpriced({ groups }: { groups: UsageGroup[] }) {
  const columns: Array<FiguresColumn<UsageGroup>> = [
    { id: 'model', head: t('costs.dimensions.model', 'Model'), isText: true, cell: ({ model }) => model ?? UNKNOWN },
    {
      id: 'provider',
      head: t('costs.dimensions.provider', 'Provider'),
      isText: true,
      cell: ({ provider }) => provider ?? UNKNOWN,
    },
    {
      id: 'unpriced',
      head: t('costs.unpriced.requests', 'Unpriced requests'),
      cell: ({ unpriced_requests: count = 0 }) => formatCount(count),
    },
    {
      id: 'tokens',
      head: t('costs.unpriced.tokens', 'Tokens of all requests'),
      cell: ({ total_tokens: count = 0 }) => formatCount(count),
    },
  ];
  return (
    <>
      <FiguresTable
        label={t('costs.unpriced.title', 'Models without a price')}
        columns={columns}
        rows={groups}
        rowKey={({ model, provider }) => JSON.stringify([model, provider])}
      />
      {canConfigure() ? (
        <LinkButton href={pageHref('configuration')} variant="secondary" size="sm" icon="cog">
          {t('costs.unpriced.set', 'Set prices in Configuration')}
        </LinkButton>
      ) : (
        <p>
          <Trans i18nKey="costs.unpriced.ask">Ask an admin of this Grafana organisation to set their prices.</Trans>
        </p>
      )}
    </>
  );
}
