import React from 'react';
import { OrgRole } from '@grafana/data';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { asUser } from '../../../api/testing/asUser';
import { fakeApi, fakeDataSources } from '../../../api/testing/fakeGrafana';
import type { RequestDetails } from '../list/requestRow';
import { anAttempt, requestDetails } from '../testing/aRequest';
import { RequestDrawer } from './RequestDrawer';

const GET = 'GET /api/datasources/uid/ledger/resources/requests/req_1';
const error = (code: string, message: string) => ({ error: { message, type: 't', param: null, code } });

beforeEach(() => {
  asUser(OrgRole.Viewer);
  fakeDataSources();
});

function show(answer: Parameters<typeof fakeApi>[0][string], beside: { newer?: string; older?: string } = {}) {
  fakeApi({ [GET]: answer });
  const onOpen = jest.fn();
  const onFilter = jest.fn();
  render(
    <RequestDrawer
      gatewayUid="ledger"
      id="req_1"
      timeZone="utc"
      newer={beside.newer}
      older={beside.older}
      onOpen={onOpen}
      onFilter={onFilter}
    />
  );
  return { onOpen, onFilter };
}

const showDetails = (overrides: Partial<RequestDetails>) => show({ data: requestDetails(overrides) });
const section = (name: string) => screen.findByRole('region', { name });

describe('states', () => {
  it('says that there is no such request, in the gateway’s words', async () => {
    show({ status: 404, data: error('request_not_found', 'There is no request "req_1" in the ledger.') });
    expect(await screen.findByText('There is no such request')).toBeInTheDocument();
    expect(screen.getByText(/There is no request "req_1"/)).toBeInTheDocument();
  });

  it('tells a gateway that cannot be asked from a request that is not there', async () => {
    show({ status: 404, data: { message: 'Data source not found' } });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The request could not be read');
    expect(alert).toHaveTextContent('Data source not found');
  });
});

describe('a request that went well', () => {
  it('tells its times, tokens and cost with the source of the price', async () => {
    showDetails({ queued_ms: 250, first_token_ms: 200, streaming: true, price_source: 'genai-prices@0.1.8' });
    const timings = await section('Timings');
    expect(timings).toHaveTextContent('Waited in the queue250 ms');
    expect(timings).toHaveTextContent('Time to first token200 ms');
    expect(timings).toHaveTextContent('Total1.20 s');
    expect(timings).toHaveTextContent('Speed of the stream49.0 tokens/s');
    expect(await section('Tokens')).toHaveTextContent('Input1,000');
    const cost = await section('Cost');
    expect(cost).toHaveTextContent('$0.000750000');
    expect(cost).toHaveTextContent('Price list genai-prices, version 0.1.8');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says that a cost is not known, which is not 0', async () => {
    showDetails({ cost_usd: null, cost_nano_usd: null, unpriced: true, price_source: null });
    const cost = await section('Cost');
    expect(cost).toHaveTextContent('unpriced');
    expect(cost).toHaveTextContent('Add a price for the model');
    expect(cost).not.toHaveTextContent('$');
  });

  it('says how to keep prompts and answers where they were not kept', async () => {
    showDetails({ content: null });
    const content = await section('Prompt and answer');
    expect(content).toHaveTextContent('They were not kept');
    expect(content).toHaveTextContent('store: errors');
  });

  it('shows what was kept', async () => {
    showDetails({ content: { request: '{"messages":[{"content":"Hello"}]}', response: null } });
    const content = await section('Prompt and answer');
    expect(within(content).getByLabelText('Prompt')).toHaveTextContent('"content": "Hello"');
    expect(content).toHaveTextContent('There was no answer.');
  });

  it('leads to more of its kind', async () => {
    const { onFilter } = showDetails({ team: 'search', tags: { project: 'x' } });
    await userEvent.click(await screen.findByRole('button', { name: 'search' }));
    expect(onFilter).toHaveBeenCalledWith('team', 'search');
    expect(await section('Attribution')).toHaveTextContent('Tag projectx');
  });

  it('copies a trace id, and leads to the trace where a data source has traces', async () => {
    fakeDataSources({ uid: 't1', name: 'Tempo', type: 'tempo' });
    showDetails({ trace_id: '4bf92f3577b34da6a3ce929d0e0e4736' });
    expect(await screen.findByRole('button', { name: 'Copy trace id' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open in Tempo' })).toHaveAttribute(
      'href',
      expect.stringContaining('4bf92f3577b34da6a3ce929d0e0e4736')
    );
  });
});

describe('a request that failed', () => {
  it('says what happened, what to do, and shows each attempt', async () => {
    const failed = { status: 500, outcome: 'upstream_error', duration_ms: 80 };
    showDetails({
      status: 'error',
      code: 503,
      error_type: 'upstream_error',
      attempts: [
        anAttempt({ ...failed, number: 1, provider_request_id: 'sim_1' }),
        anAttempt({ ...failed, number: 2, start_ms: 300 }),
        anAttempt({
          number: 3,
          deployment: 'demo/small',
          model: 'demo-small',
          status: null,
          outcome: 'timeout',
          start_ms: 600,
        }),
      ],
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The provider failed.');
    expect(alert).toHaveTextContent('Look at the provider’s status page');
    const [first, second, third] = within(await section('Attempts')).getAllByRole('listitem');
    expect(first).toHaveTextContent('1. openai/gpt-4o-2024-11-20500 upstream_errorbegan at 0.50 ms, took 80 ms');
    expect(first).toHaveTextContent('sim_1');
    expect(second).toHaveTextContent('retry');
    expect(second).toHaveTextContent('began at 300 ms');
    expect(third).toHaveTextContent('fallback to demo-small');
    expect(third).toHaveTextContent('timeout');
  });

  it('tells an error of a newer gateway by its name', async () => {
    showDetails({ status: 'error', error_type: 'brand_new_error' });
    expect(await screen.findByRole('alert')).toHaveTextContent('brand_new_error');
  });

  it('says that no provider was called', async () => {
    showDetails({ status: 'error', error_type: 'budget_exceeded', attempts: [], provider: null, deployment: null });
    expect(await section('Attempts')).toHaveTextContent('it ended before any provider was called');
    expect(await screen.findByRole('alert')).toHaveTextContent('A budget was spent.');
  });

  it('does not take a client that left for an error', async () => {
    showDetails({ status: 'aborted', code: 499 });
    expect(await screen.findByText(/The client left before the answer had ended/)).toBeInTheDocument();
  });
});

describe('going from one request to the next', () => {
  it('is done by keys and by buttons', async () => {
    const { onOpen } = show({ data: requestDetails() }, { newer: 'req_2', older: 'req_0' });
    await section('Timings');
    await userEvent.keyboard('j');
    expect(onOpen).toHaveBeenLastCalledWith('req_0');
    await userEvent.keyboard('k');
    expect(onOpen).toHaveBeenLastCalledWith('req_2');
    await userEvent.click(screen.getByRole('button', { name: 'Older' }));
    expect(onOpen).toHaveBeenLastCalledWith('req_0');
    expect(onOpen).toHaveBeenCalledTimes(3);
  });

  it('ends at the ends, and is not done while somebody types', async () => {
    const { onOpen } = show({ data: requestDetails() }, { older: 'req_0' });
    await section('Timings');
    expect(screen.getByRole('button', { name: 'Newer' })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('k');
    const input = document.body.appendChild(document.createElement('input'));
    fireEvent.keyDown(input, { key: 'j' });
    input.remove();
    expect(onOpen).not.toHaveBeenCalled();
  });
});
