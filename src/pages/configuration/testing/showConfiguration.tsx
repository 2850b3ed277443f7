import React from 'react';
import type { AppPluginMeta } from '@grafana/data';
import type { BackendSrvRequest } from '@grafana/runtime';
import { DATASOURCE_ID, GATEWAY_UID, PROMETHEUS_UID } from '@llm-gateway/catalogue';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { fakeApi, fakeDataSources } from '../../../api/testing/fakeGrafana';
import { PROMETHEUS_ID } from '../../../constants';
import { ConfigurationTabs } from '../ConfigurationTabs';

export const RESOURCES = `/api/datasources/uid/${GATEWAY_UID}/resources`;
export const GATEWAY = { uid: GATEWAY_UID, name: 'Gateway', type: DATASOURCE_ID };
export const PROMETHEUS = { uid: PROMETHEUS_UID, name: 'Metrics', type: PROMETHEUS_ID };

type Answers = Parameters<typeof fakeApi>[0];

/** What is set up in the gateway. */
export interface SetUpAnswers {
  providers?: object[];
  models?: object[];
  prices?: object[];
  deployments?: object[];
}

/** Answers to what the page reads of the gateway; other answers go before. */
export function answersOf(setUp: SetUpAnswers, others: Answers = {}): Answers {
  const list = (kind: 'providers' | 'models' | 'prices') => {
    const items = setUp[kind] ?? [];
    return { data: { [kind]: items, total: items.length, next_cursor: null, partial: false } };
  };
  return {
    [`GET ${RESOURCES}/providers?limit=5000`]: list('providers'),
    [`GET ${RESOURCES}/models?limit=5000`]: list('models'),
    [`GET ${RESOURCES}/prices?limit=5000`]: list('prices'),
    [`GET ${RESOURCES}/deployments`]: { data: { deployments: setUp.deployments ?? [] } },
    ...others,
  };
}

/** The page at an address, with Grafana answering so. @returns what was asked of Grafana */
export function showConfiguration(
  answers: Answers,
  search: string,
  dataSources = [GATEWAY, PROMETHEUS]
): BackendSrvRequest[] {
  fakeDataSources(...dataSources);
  const requests = fakeApi(answers);
  render(
    <MemoryRouter
      future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
      initialEntries={[`/a/llmgateway-app/configuration${search}`]}
    >
      <ConfigurationTabs meta={{ jsonData: {} } as AppPluginMeta} />
    </MemoryRouter>
  );
  return requests;
}

/** Changes among what was asked, as method, path and body. */
export function changesIn(requests: BackendSrvRequest[]): Array<[method: string, path: string, body: unknown]> {
  return requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url, data }) => [method ?? '', url.replace(RESOURCES, ''), data]);
}
