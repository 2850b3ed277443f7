import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { TextLink } from '@grafana/ui';
import { ConfigurationLink } from '../../../components/ConfigurationLink';
import type { Finding } from '../../../components/findings/finding';
import { FindingAlert } from '../../../components/findings/FindingAlert';
import { prefixRoute, ROUTES } from '../../../routing/routes';
import type { ProviderState } from './providerState';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  name: string;
  state: ProviderState;
  /** What goes along to another page. */
  search: URLSearchParams;
}

/** Says what is wrong with a provider, or why there is nothing to see of it, and what to do. */
export function ProviderNotice({ name, state, search }: Props) {
  const finding = findingOf(name, state);
  const isMissing = state.kind === 'unnamed' || state.kind === 'unknown';
  return (
    finding && (
      <FindingAlert finding={finding}>
        {isMissing ? (
          <TextLink href={`${prefixRoute(ROUTES.providers)}?${search.toString()}`} inline={false}>
            <Trans i18nKey="providers.notice.all">All providers</Trans>
          </TextLink>
        ) : (
          <ConfigurationLink />
        )}
      </FindingAlert>
    )
  );
}

function findingOf(name: string, state: ProviderState): Finding | undefined {
  switch (state.kind) {
    case 'unnamed':
      return {
        severity: 'info',
        title: t('providers.notice.unnamed.title', 'No provider is chosen'),
        advice: t('providers.notice.unnamed.advice', 'Choose one from the list of all providers.'),
      };
    case 'unknown':
      return {
        severity: 'warning',
        title: t('providers.notice.unknown.title', 'The gateway has no provider named {{name}}', { name, ...AS_IT_IS }),
        advice: t(
          'providers.notice.unknown.advice',
          'It was removed, or its name is another one. What is below is what is left of it in metrics and ledger.'
        ),
      };
    case 'not-in-force':
      return {
        severity: 'warning',
        title: t('providers.notice.not-in-force.title', '{{name}} is saved, but gets no calls: it is not in force', {
          name,
          ...AS_IT_IS,
        }),
        advice: state.problem || t('providers.notice.not-in-force.advice', 'The gateway is still loading it.'),
      };
    case 'unused':
      return {
        severity: 'info',
        title: t('providers.notice.unused.title', 'No model has a deployment on {{name}}', { name, ...AS_IT_IS }),
        advice: t(
          'providers.notice.unused.advice',
          'It gets no calls until one has. Add a deployment to a model on the Configuration page.'
        ),
      };
    case 'disabled':
      return {
        severity: 'info',
        title: t('providers.notice.disabled.title', '{{name}} is disabled: it gets no calls', { name, ...AS_IT_IS }),
        advice: t(
          'providers.notice.disabled.advice',
          'Its models are answered by their other deployments and fallbacks, or refused. Enable it on the Configuration page, or in the configuration file where it is from there.'
        ),
      };
    case 'resting':
      return {
        severity: 'info',
        title: t('providers.notice.deployments-disabled.title', 'Every deployment on {{name}} is disabled', {
          name,
          ...AS_IT_IS,
        }),
        advice: t(
          'providers.notice.deployments-disabled.advice',
          'It gets no calls until one is enabled: among the models on the Configuration page, or in the configuration file.'
        ),
      };
    case 'not-called':
      return {
        severity: 'info',
        title: t('providers.notice.not-called.title', '{{name}} has not been called since the gateway started', {
          name,
          ...AS_IT_IS,
        }),
        advice: t(
          'providers.notice.not-called.advice',
          'Send a request for one of its models ({{models}}), or test it on the Configuration page.',
          { models: state.models.join(', '), ...AS_IT_IS }
        ),
      };
    case 'failing':
      return {
        severity: 'error',
        title: t('providers.notice.failing.title', 'The last call to {{name}} failed: {{reason}}', {
          name,
          reason: state.reason,
          ...AS_IT_IS,
        }),
        advice: t(
          'providers.notice.failing.advice',
          'The failing requests below say what it answered. Test it on the Configuration page, or look at its own status page.'
        ),
      };
    case 'degraded':
      return {
        severity: 'warning',
        title: t('providers.notice.degraded.title', 'Some of its deployments get no calls now'),
        advice: state.deployments
          .map(({ deployment, reason }) => (reason === undefined ? deployment : `${deployment}: ${reason}`))
          .join(' · '),
      };
    case 'healthy':
      return undefined;
  }
}
