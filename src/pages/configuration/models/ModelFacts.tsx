import React from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { Model } from '../../../api/gateway/objects';
import { Facts } from '../../../components/Facts';
import type { SetUp } from '../useSetUp';
import { DeploymentList } from './DeploymentList';
import { modelDraft } from './modelDraft';
import { cacheOptions, stickyOptions, strategyOptions } from './modelOptions';

interface Props {
  model: Model;
  deployments: SetUp['deployments'];
}

/** What there is to say about a model. */
export function ModelFacts({ model, deployments }: Props) {
  const { strategy, sticky, cache } = modelDraft(model);
  const label = (options: Array<{ value: string; label: string }>, value: string) =>
    options.find((option) => option.value === value)?.label;
  const own = deployments.filter((each) => each.model === model.name);
  return (
    <Facts
      facts={[
        [t('models.fact.deployments', 'Deployments'), <DeploymentList key="deployments" deployments={own} />],
        [t('models.fact.strategy', 'Chosen by'), label(strategyOptions(), strategy)],
        [t('models.fact.sticky', 'Stays with one'), label(stickyOptions(), sticky)],
        [t('models.fact.cache', 'Cached'), label(cacheOptions(), cache)],
        [t('models.fact.fallbacks', 'Fallbacks'), model.fallbacks?.join(' → ')],
        [t('models.fact.context', 'For long requests'), model.context_window_fallbacks?.join(' → ')],
        [t('models.fact.policy', 'For refused content'), model.content_policy_fallbacks?.join(' → ')],
        [t('models.fact.changed', 'Last change'), model.updated_at && dateTimeFormat(model.updated_at)],
      ]}
    />
  );
}
