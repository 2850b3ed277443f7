import React from 'react';
import { OrgRole } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { asUser } from '../../api/testing/asUser';
import { PAGE_KEYS, SHORTCUT_PREFIX } from '../../components/shortcuts/shortcuts';
import { KeyboardShortcuts } from './KeyboardShortcuts';

const START = '/a/llmgateway-app/overview';

beforeEach(() => asUser(OrgRole.Admin));

function Address() {
  const { pathname, search } = useLocation();
  return <div data-testid="address">{pathname + search}</div>;
}

function show(search = '') {
  render(
    <MemoryRouter initialEntries={[START + search]} future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <KeyboardShortcuts />
      <input aria-label="Search" />
      <Address />
    </MemoryRouter>
  );
  return () => screen.getByTestId('address').textContent;
}

it('opens pages, and takes time range and data sources along but not the page’s own', async () => {
  const address = show('?from=now-6h&var-gateway=eu&request=req_1');
  await userEvent.keyboard('lp');
  expect(address()).toBe('/a/llmgateway-app/providers?from=now-6h&var-gateway=eu');
  await userEvent.keyboard('la');
  expect(address()).toBe('/a/llmgateway-app/alerts?from=now-6h&var-gateway=eu');
});

it('shows them all', async () => {
  show();
  const ofGrafana = jest.fn();
  document.addEventListener('keypress', ofGrafana);
  await userEvent.keyboard('l?');
  document.removeEventListener('keypress', ofGrafana);
  expect(screen.getByRole('dialog')).toBeInTheDocument();
  expect(screen.getByRole('rowheader', { name: 'Go to Costs' })).toBeInTheDocument();
  // The sheet is ours alone: Grafana listens for a “?” that is typed.
  expect(ofGrafana.mock.calls.map(([event]) => event.key)).toEqual(['l']);
});

it('leaves what is typed, other keys and keys on their own alone', async () => {
  const address = show();
  await userEvent.type(screen.getByRole('textbox'), 'lp');
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('pp');
  await userEvent.keyboard('lxp');
  await userEvent.keyboard('l{Control>}p{/Control}');
  expect(address()).toBe(START);
});

it('opens the configuration for those who may configure', async () => {
  asUser(OrgRole.Editor);
  const address = show();
  await userEvent.keyboard('ls');
  expect(address()).toBe(START);
});

it('has a key of its own for each page, and none of Grafana’s first keys', () => {
  const keys = Object.values(PAGE_KEYS);
  expect(new Set(keys).size).toBe(keys.length);
  expect(['g', 't', 'c', 'd', 'p', 'o']).not.toContain(SHORTCUT_PREFIX);
});
