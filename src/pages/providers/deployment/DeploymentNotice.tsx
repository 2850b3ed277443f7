import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { TextLink } from '@grafana/ui';
import type { Finding } from '../../../components/findings/finding';
import { FindingAlert } from '../../../components/findings/FindingAlert';
import { providerPath } from '../../../routing/providerPath';
import { prefixRoute, ROUTES } from '../../../routing/routes';
import type { DeploymentState } from './deploymentState';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  name: string;
  provider: string;
  state: DeploymentState;
  /** What goes along to another page. */
  search: URLSearchParams;
}

/** Says why a deployment gets no calls, or why there is nothing to see of it, and what to do. */
export function DeploymentNotice({ name, provider, state, search }: Props) {
  const finding = findingOf(name, state);
  if (!finding) {
    return null;
  }
  return (
    <FindingAlert finding={finding}>
      {provider === '' ? (
        <TextLink href={`${prefixRoute(ROUTES.providers)}?${search.toString()}`} inline={false}>
          <Trans i18nKey="providers.notice.all">All providers</Trans>
        </TextLink>
      ) : (
        <TextLink href={providerPath(provider, search)} inline={false}>
          {t('providers.notice.its-deployments', 'All deployments of {{provider}}', { provider, ...AS_IT_IS })}
        </TextLink>
      )}
    </FindingAlert>
  );
}

function findingOf(name: string, state: DeploymentState): Finding | undefined {
  switch (state.kind) {
    case 'unnamed':
      return {
        severity: 'info',
        title: t('providers.notice.no-deployment.title', 'No deployment is chosen'),
        advice: t('providers.notice.no-deployment.advice', 'Choose one from the list of its provider.'),
      };
    case 'unknown':
      return {
        severity: 'warning',
        title: t('providers.notice.unknown-deployment.title', 'No model has the deployment {{name}}', {
          name,
          ...AS_IT_IS,
        }),
        advice: t(
          'providers.notice.unknown-deployment.advice',
          'It was removed, or its name is another one. What is below is what is left of it in metrics and ledger.'
        ),
      };
    case 'resting':
      return {
        severity: 'error',
        title: t('providers.notice.resting.title', 'It gets no calls now: {{reason}}', {
          reason: state.reason,
          ...AS_IT_IS,
        }),
        advice: t(
          'providers.notice.resting.advice',
          'Other deployments of its models, or their fallbacks, answer meanwhile. The failing requests below say what went wrong.'
        ),
      };
    case 'disabled':
      return {
        severity: 'info',
        title: t('providers.notice.deployment-disabled.title', 'It gets no calls: {{reason}}', {
          reason: state.reason,
          ...AS_IT_IS,
        }),
        advice: t(
          'providers.notice.deployment-disabled.advice',
          'Other deployments of its models, or their fallbacks, answer instead. Enable it on the Configuration page, or in the configuration file where it is from there.'
        ),
      };
    case 'not-called':
      return {
        severity: 'info',
        title: t('providers.notice.deployment-not-called.title', 'It has not been called since the gateway started'),
        advice: t(
          'providers.notice.deployment-not-called.advice',
          'Send a request for one of the models that it serves, and this page fills.'
        ),
      };
    case 'ready':
      return undefined;
  }
}
