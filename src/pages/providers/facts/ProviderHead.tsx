import React from 'react';
import { t } from '@grafana/i18n';
import {
  sceneGraph,
  SceneObjectBase,
  type SceneComponentProps,
  type SceneDataProvider,
  type SceneObjectState,
} from '@grafana/scenes';
import { Stack } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { LoadError } from '../../../components/states/LoadError';
import { Loading } from '../../../components/states/Loading';
import { readAnswer } from '../../../scenes/queries/answer';
import { useAdminAnswer } from '../../../scenes/queries/useAdminAnswer';
import { sharedSearch } from '../../../scenes/sharedSearch';
import { PROVIDER } from '../variables/names';
import { useVariable } from '../variables/useVariable';
import { askProvider } from './askProvider';
import { BreakerBadge, HealthBadge } from './badges';
import { FactList } from './FactList';
import { ProviderNotice } from './ProviderNotice';
import { providerState } from './providerState';
import { Since } from './Since';
import { readStandings, standings, type ProviderStanding } from './standing';
import { AS_IT_IS } from '../../../asItIs';

/** How the page's provider stands now. */
export class ProviderHead extends SceneObjectBase<SceneObjectState> {
  static Component = ProviderHeadRenderer;

  constructor($data: SceneDataProvider = standings()) {
    super({ $data });
  }
}

function ProviderHeadRenderer({ model }: SceneComponentProps<ProviderHead>) {
  const { search } = useLocation();
  const name = useVariable(model, PROVIDER);
  const standing = readAnswer(sceneGraph.getData(model).useState().data);
  const asked = useAdminAnswer(model, name, (question) => askProvider(question, name));
  const failure = standing.state === 'failed' ? standing : asked.state === 'failed' ? asked : undefined;
  if (failure) {
    const title = t('providers.head.failed', 'The gateway does not say how this provider stands');
    return <LoadError title={title} reason={failure.reason} />;
  }
  if (standing.state !== 'answered' || asked.state !== 'answered') {
    return <Loading />;
  }
  const found = readStandings(standing.frames).find((each) => each.name === name);
  const state = providerState({ name, standing: found, ...asked.value });
  return (
    <Stack direction="column" gap={1}>
      <ProviderNotice name={name} state={state} search={sharedSearch(search)} />
      {found && <Facts standing={found} deployments={asked.value.deployments.length} />}
    </Stack>
  );
}

function Facts({ standing, deployments }: { standing: ProviderStanding; deployments: number }) {
  return (
    <FactList
      label={t('providers.head.label', 'How {{name}} stands now', { name: standing.name, ...AS_IT_IS })}
      facts={[
        [t('providers.head.health', 'Health'), <HealthBadge key="health" {...standing} />],
        [t('providers.head.since', 'Since'), <Since key="since" time={standing.since} />],
        [t('providers.head.reason', 'Reason'), standing.reason ?? undefined],
        [t('providers.head.breaker', 'Worst circuit breaker'), <BreakerBadge key="breaker" {...standing} />],
        [t('providers.head.active', 'Calls under way'), standing.active],
        [t('providers.head.deployments', 'Deployments'), deployments],
        [t('providers.head.type', 'Type'), standing.type],
      ]}
    />
  );
}
