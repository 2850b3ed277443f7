import React from 'react';
import { FieldType, toDataFrame } from '@grafana/data';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { ProviderCard } from './ProviderCard';
import { figuresOf } from './providerFigures';

const OPENAI = { name: 'open ai/eu', type: 'openai', status: 'healthy', reason: null, breaker: 'closed' } as const;

const frame = (refId: string, provider: string, ...values: Array<number | null>) =>
  toDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map((_, index) => index) },
      { name: 'Value', type: FieldType.number, labels: { provider }, values },
    ],
  });

const FRAMES = [
  frame('A', 'other', 9),
  frame('A', 'open ai/eu', 1, 2.5, null),
  frame('B', 'open ai/eu', 0.25),
  frame('C', 'open ai/eu', NaN),
];

function show(props: Partial<React.ComponentProps<typeof ProviderCard>> = {}) {
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <ProviderCard
        provider={OPENAI}
        figures={figuresOf(OPENAI.name, FRAMES)}
        cost={1.5}
        search={new URLSearchParams({ from: 'now-6h' })}
        {...props}
      />
    </MemoryRouter>
  );
  return screen.getByRole('article', { name: OPENAI.name });
}

it('shows the last figures that are known of its own provider', () => {
  const card = show();
  const figures = within(card)
    .getAllByRole('definition')
    .map(({ textContent }) => textContent);
  expect(figures).toEqual(['2.50 req/s', '25%', '–', '$1.50']);
});

it('leads to the provider’s page, with the time range, whatever its name is', () => {
  const link = within(show()).getByRole('link', { name: 'open ai/eu' });
  expect(link).toHaveAttribute('href', '/a/llmgateway-app/providers/provider?from=now-6h&provider=open+ai%2Feu');
});

it.each([
  ['Up', {}],
  ['Down', { status: 'failing' }],
  ['Breaker open', { breaker: 'open' }],
  ['Breaker half open', { breaker: 'half_open' }],
  ['Not called yet', { status: 'unknown' }],
  ['Disabled', { status: 'disabled', breaker: null }],
] as const)('says “%s”', (text, standing) => {
  expect(within(show({ provider: { ...OPENAI, ...standing } })).getByText(text)).toBeInTheDocument();
});

it('says that there were no requests rather than nothing', () => {
  expect(show({ figures: {} })).toHaveTextContent('No requests in this time range');
});
