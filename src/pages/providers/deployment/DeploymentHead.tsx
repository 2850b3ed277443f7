import React from 'react';
import { t } from '@grafana/i18n';
import { SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { Stack } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { Answered } from '../../../components/states/Answered';
import { useAdminAnswer } from '../../../scenes/queries/useAdminAnswer';
import { sharedSearch } from '../../../scenes/sharedSearch';
import { DEPLOYMENT, PROVIDER } from '../variables/names';
import { useVariable } from '../variables/useVariable';
import { DeploymentFacts } from './DeploymentFacts';
import { DeploymentNotice } from './DeploymentNotice';
import { deploymentState } from './deploymentState';

/** How the page's deployment stands now. */
export class DeploymentHead extends SceneObjectBase<SceneObjectState> {
  static Component = DeploymentHeadRenderer;
}

function DeploymentHeadRenderer({ model }: SceneComponentProps<DeploymentHead>) {
  const { search } = useLocation();
  const name = useVariable(model, DEPLOYMENT);
  const provider = useVariable(model, PROVIDER);
  const answer = useAdminAnswer(model, name, async ({ api }) => {
    const { deployments } = await api.get('/deployments');
    return deployments.filter(({ deployment }) => deployment === name);
  });
  return (
    <Answered
      answer={answer}
      failed={t('providers.deployment.failed', 'The gateway does not say how this deployment stands')}
    >
      {(entries) => (
        <Stack direction="column" gap={1}>
          <DeploymentNotice
            name={name}
            provider={provider}
            state={deploymentState(name, entries)}
            search={sharedSearch(search)}
          />
          {entries.map((entry) => (
            <DeploymentFacts key={entry.model} deployment={entry} />
          ))}
        </Stack>
      )}
    </Answered>
  );
}
