import React from 'react';
import { t, Trans } from '@grafana/i18n';
import {
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneDataProvider,
} from '@grafana/scenes';
import { SectionPanel } from '../../../components/SectionPanel';
import { Answered } from '../../../components/states/Answered';
import type { ProvidersQuery } from '../../../datasource/types';
import { readAnswer } from '../../../scenes/queries/answer';
import { useAdminAnswer } from '../../../scenes/queries/useAdminAnswer';
import { SceneExploreLink } from '../../../scenes/SceneExploreLink';
import { askCosts } from '../figures/askCosts';
import { deploymentFigures, readFigures } from '../figures/callFigures';
import { PROVIDER } from '../variables/names';
import { useVariable } from '../variables/useVariable';
import { deploymentRows } from './deploymentRows';
import { DeploymentTable } from './DeploymentTable';

const PROVIDERS_QUERY: Omit<ProvidersQuery, 'refId'> = { queryType: 'providers', level: 'deployment' };

interface DeploymentListState extends SceneObjectState {
  readonly figures: SceneDataProvider;
}

/** The deployments of the page's provider, how each stands and what came of its calls. */
export class DeploymentList extends SceneObjectBase<DeploymentListState> {
  static Component = DeploymentListRenderer;

  constructor(figures: SceneDataProvider = deploymentFigures()) {
    super({ figures });
    this.addActivationHandler(() => this.state.figures.activate());
  }
}

function DeploymentListRenderer({ model }: SceneComponentProps<DeploymentList>) {
  const provider = useVariable(model, PROVIDER);
  const measured = readAnswer(model.useState().figures.useState().data);
  const figures = readFigures(measured.state === 'answered' ? measured.frames : [], 'deployment');
  const answer = useAdminAnswer(model, provider, async (question) => {
    const [{ deployments }, costs] = await Promise.all([
      question.api.get('/deployments'),
      askCosts(question, 'deployment', { provider }),
    ]);
    return { deployments: deployments.filter((each) => each.provider === provider), costs };
  });
  return (
    <SectionPanel
      title={t('providers.deployments.title', 'Deployments')}
      actions={<SceneExploreLink part={model} query={PROVIDERS_QUERY} />}
      description={t(
        'providers.deployments.description',
        'Status, breaker, headroom, calls under way and price are as of now, on the replica that answers. Calls per second are of the last minutes; cost, failures and p95 of the time range of the page, and of all models that a deployment serves.'
      )}
    >
      <Answered answer={answer} failed={t('providers.deployments.failed', 'The deployments cannot be read')}>
        {({ deployments, costs }) =>
          deployments.length === 0 ? (
            <Trans i18nKey="providers.deployments.none">No model has a deployment on this provider.</Trans>
          ) : (
            <DeploymentTable rows={deploymentRows(deployments, figures, costs)} />
          )
        }
      </Answered>
    </SectionPanel>
  );
}
