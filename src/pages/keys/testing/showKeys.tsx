import React from 'react';
import type { BackendSrvRequest } from '@grafana/runtime';
import { render } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import KeysAndTeams from '../KeysAndTeams';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const RESOURCES = '/api/datasources/uid/gw/resources';

type Answers = Parameters<typeof fakeApi>[0];

const list = (kind: string, items: object[]) => ({
  data: { [kind]: items, total: items.length, next_cursor: null, partial: false },
});

/** What the gateway has, by kind. */
export interface Inventory {
  keys?: object[];
  teams?: object[];
  users?: object[];
  budgets?: object[];
  limits?: object[];
  models?: object[];
  /** Spend in the last 30 days. */
  usage?: object[];
}

/** Answers to everything that the page reads; other answers go before. */
export function answersOf(inventory: Inventory, others: Answers = {}): Answers {
  const kinds = ['keys', 'teams', 'users', 'budgets', 'limits', 'models'] as const;
  const from = NOW - 30 * 86_400_000;
  const usage = { data: { groups: inventory.usage ?? [] } };
  return {
    ...Object.fromEntries(
      kinds.map((kind) => [`GET ${RESOURCES}/${kind}?limit=5000`, list(kind, inventory[kind] ?? [])])
    ),
    ...Object.fromEntries(
      ['key', 'team', 'user'].map((kind) => [
        `GET ${RESOURCES}/usage?from=${from}&group_by=${kind}&measures=cost_usd%2Crequests`,
        usage,
      ])
    ),
    'GET /api/datasources/uid/gw': { data: { url: 'http://gateway:4000/' } },
    ...others,
  };
}

function Address() {
  return <div data-testid="address">{useLocation().search}</div>;
}

/** The page at an address, with Grafana answering so. @returns what was asked of Grafana */
export function showKeys(answers: Answers, search = ''): BackendSrvRequest[] {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  const requests = fakeApi(answers);
  render(
    <MemoryRouter
      future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
      initialEntries={[`/a/llmgateway-app/keys${search}`]}
    >
      <KeysAndTeams gatewayUid="gw" />
      <Address />
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
