import React from 'react';
import { t } from '@grafana/i18n';
import {
  sceneGraph,
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneDataProvider,
} from '@grafana/scenes';
import { ConfigurationLink } from '../../../components/ConfigurationLink';
import { FindingAlert } from '../../../components/findings/FindingAlert';
import { SectionPanel } from '../../../components/SectionPanel';
import { LoadError } from '../../../components/states/LoadError';
import { Loading } from '../../../components/states/Loading';
import type { ProvidersQuery } from '../../../datasource/types';
import { readAnswer } from '../../../scenes/queries/answer';
import { useAdminAnswer } from '../../../scenes/queries/useAdminAnswer';
import { SceneExploreLink } from '../../../scenes/SceneExploreLink';
import { readStandings, standings } from '../facts/standing';
import { providerFigures, readFigures } from '../figures/callFigures';
import { askProviders } from './askProviders';
import { NotInForce } from './NotInForce';
import { ProviderTable } from './ProviderTable';
import { providerRows } from './providerRows';

const PROVIDERS_QUERY: Omit<ProvidersQuery, 'refId'> = { queryType: 'providers', level: 'provider' };

interface ProviderOverviewState extends SceneObjectState {
  readonly figures: SceneDataProvider;
}

/** All providers of the gateway, how each stands and what came of its calls. */
export class ProviderOverview extends SceneObjectBase<ProviderOverviewState> {
  static Component = ProviderOverviewRenderer;

  constructor($data: SceneDataProvider = standings(), figures: SceneDataProvider = providerFigures()) {
    super({ $data, figures });
    this.addActivationHandler(() => this.state.figures.activate());
  }
}

function ProviderOverviewRenderer({ model }: SceneComponentProps<ProviderOverview>) {
  const standing = readAnswer(sceneGraph.getData(model).useState().data);
  const measured = readAnswer(model.useState().figures.useState().data);
  const asked = useAdminAnswer(model, 'providers', askProviders);
  if (standing.state === 'waiting') {
    return <Loading />;
  }
  if (standing.state === 'failed') {
    const title = t('providers.list.failed', 'The gateway does not say how its providers stand');
    return <LoadError title={title} reason={standing.reason} />;
  }
  const providers = readStandings(standing.frames);
  const figures = readFigures(measured.state === 'answered' ? measured.frames : [], 'provider');
  const saved = asked.state === 'answered' ? asked.value : undefined;
  return (
    <>
      {asked.state === 'failed' && (
        <LoadError title={t('providers.list.no-costs', 'Costs are not known')} reason={asked.reason} />
      )}
      <NotInForce providers={saved?.notInForce ?? []} />
      {providers.length === 0 ? (
        <NoProviders />
      ) : (
        <SectionPanel
          title={t('providers.list.title', 'Providers')}
          actions={<SceneExploreLink part={model} query={PROVIDERS_QUERY} />}
          description={t(
            'providers.list.description',
            'Health, circuit breaker, headroom and calls under way are as of now, on the replica that answers. Requests and tokens per second are of the last minutes, everything else of the time range of the page. Costs are the ledger’s.'
          )}
        >
          <ProviderTable rows={providerRows(providers, figures, saved?.costs)} />
        </SectionPanel>
      )}
    </>
  );
}

function NoProviders() {
  return (
    <FindingAlert
      finding={{
        severity: 'info',
        title: t('providers.list.none.title', 'The gateway has no providers'),
        advice: t('providers.list.none.advice', 'Add one in its configuration file or on the Configuration page.'),
      }}
    >
      <ConfigurationLink />
    </FindingAlert>
  );
}
