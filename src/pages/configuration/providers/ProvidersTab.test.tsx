import { OrgRole } from '@grafana/data';
import { screen, waitFor, within } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { fill } from '../../../components/testing/fill';
import { openedDrawer } from '../../../components/testing/openedDrawer';
import { user } from '../../../components/testing/quickUser';
import { answersOf, changesIn, RESOURCES, showConfiguration } from '../testing/showConfiguration';

const OPENAI = {
  name: 'openai',
  type: 'openai',
  base_url: 'https://api.openai.com/v1',
  has_api_key: true,
  api_key_ends_with: 'abcd',
  origin: 'api',
  revision: 4,
};
const SPARE = { name: 'spare', type: 'vllm', base_url: 'http://vllm:8000/v1', origin: 'api', revision: 1 };
const DEMO = { name: 'demo', type: 'simulator', origin: 'file' };
const SET_UP = {
  providers: [OPENAI, SPARE, DEMO],
  models: [{ name: 'gpt-4o', origin: 'file', deployments: [{ provider: 'openai', model: 'gpt-4o' }] }],
  deployments: [
    { model: 'gpt-4o', deployment: 'openai/gpt-4o', provider: 'openai', provider_status: 'failing', breaker: 'closed' },
  ],
};

beforeEach(() => asUser(OrgRole.Admin));

async function open(name: string, others: Parameters<typeof answersOf>[1] = {}) {
  const requests = showConfiguration(answersOf(SET_UP, others), `?tab=providers&open=${name}`);
  return { requests, drawer: within(await openedDrawer()) };
}

it('lists them with health, secret and where they are from', async () => {
  showConfiguration(answersOf(SET_UP), '?tab=providers');
  const row = async (name: string) =>
    (await screen.findByRole('button', { name: `Open the provider ${name}` })).closest('tr') as HTMLElement;
  expect(await row('openai')).toHaveTextContent('Failing');
  expect(await row('openai')).toHaveTextContent('configured, ends with abcd');
  expect(await row('spare')).toHaveTextContent('Unused');
  expect(await row('demo')).toHaveTextContent('Config file');
});

it('shows the provider’s own error when a test fails', async () => {
  const result = { ok: false, call: 'models', status: 401, latency_ms: 81.6, message: 'Incorrect API key provided' };
  const { requests, drawer } = await open('openai', {
    [`POST ${RESOURCES}/providers/openai/test`]: { data: result },
  });
  await user.click(drawer.getByRole('button', { name: 'Test provider' }));
  const alert = await drawer.findByRole('alert');
  expect(alert).toHaveTextContent('The provider answered 401 in 82 ms');
  expect(alert).toHaveTextContent('Incorrect API key provided');
  expect(changesIn(requests)).toEqual([['POST', '/providers/openai/test', undefined]]);
});

it('never has the secret, and keeps it when another field is changed', async () => {
  const { requests, drawer } = await open('openai', {
    [`PUT ${RESOURCES}/providers/openai?revision=4`]: { data: OPENAI },
  });
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  expect(drawer.getByLabelText(/^API key/)).toHaveValue('configured');
  expect(drawer.getByLabelText(/^API key/)).toBeDisabled();
  fill(drawer.getByLabelText(/^Price list/), 'azure');
  await user.click(drawer.getByRole('button', { name: 'Save provider' }));
  await waitFor(() => expect(changesIn(requests)).toHaveLength(1));
  const body = changesIn(requests)[0]![2] as Record<string, unknown>;
  expect(body).toMatchObject({ name: 'openai', prices: 'azure', base_url: 'https://api.openai.com/v1' });
  expect(body['api_key']).toBeUndefined();
});

it('sends a secret that was typed after a reset', async () => {
  const { requests, drawer } = await open('openai', {
    [`PUT ${RESOURCES}/providers/openai?revision=4`]: { data: OPENAI },
  });
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  await user.click(drawer.getByRole('button', { name: 'Reset' }));
  fill(drawer.getByLabelText(/^API key/), 'sk-new');
  await user.click(drawer.getByRole('button', { name: 'Save provider' }));
  await waitFor(() => expect(changesIn(requests)[0]?.[2]).toMatchObject({ api_key: 'sk-new' }));
});

it('tests settings before they are saved', async () => {
  const { requests, drawer } = await open('spare', {
    [`POST ${RESOURCES}/providers/spare/test`]: {
      data: { ok: true, call: 'models', latency_ms: 12, models: ['a', 'b'] },
    },
  });
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  fill(drawer.getByLabelText(/^Address/), 'http://vllm-2:8000/v1');
  await user.click(drawer.getByRole('button', { name: 'Test these settings' }));
  expect(await drawer.findByText('It has 2 models: a, b')).toBeInTheDocument();
  expect(changesIn(requests)[0]![2]).toMatchObject({ base_url: 'http://vllm-2:8000/v1' });
});

it('puts what the gateway refuses on the field', async () => {
  const error = {
    message: 'base_url: is not a URL; write it as https://host/v1.',
    type: 'x',
    param: 'base_url',
    code: 'x',
  };
  const { drawer } = await open('spare', {
    [`PUT ${RESOURCES}/providers/spare?revision=1`]: { status: 400, data: { error } },
  });
  await user.click(drawer.getByRole('button', { name: 'Edit' }));
  await user.click(drawer.getByRole('button', { name: 'Save provider' }));
  expect(await drawer.findByText('is not a URL; write it as https://host/v1.')).toBeInTheDocument();
});

it('says what uses a provider instead of removing it', async () => {
  const { requests, drawer } = await open('openai');
  await user.click(drawer.getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('Models with deployments of it: gpt-4o')).toBeInTheDocument();
  expect(changesIn(requests)).toEqual([]);
});

it('removes one that nothing uses, once its name was typed', async () => {
  const { requests, drawer } = await open('spare', {
    [`DELETE ${RESOURCES}/providers/spare?revision=1`]: { status: 204, data: '' },
  });
  await user.click(drawer.getByRole('button', { name: 'Remove' }));
  await user.type(await screen.findByPlaceholderText('Type "spare" to confirm'), 'spare');
  await user.click(within(screen.getByRole('dialog', { name: /^Remove the provider/ })).getByText('Remove'));
  await waitFor(() => expect(changesIn(requests)).toEqual([['DELETE', '/providers/spare?revision=1', undefined]]));
});

it('lets editors test and change nothing', async () => {
  asUser(OrgRole.Editor);
  const { drawer } = await open('openai');
  expect(drawer.getByRole('button', { name: 'Test provider' })).toBeInTheDocument();
  expect(drawer.queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Add provider' })).not.toBeInTheDocument();
});

it('lets viewers look', async () => {
  asUser(OrgRole.Viewer);
  const { drawer } = await open('openai');
  expect(drawer.queryByRole('button', { name: 'Test provider' })).not.toBeInTheDocument();
  expect(drawer.queryByRole('button', { name: 'Remove' })).not.toBeInTheDocument();
  expect(screen.getByText(/Changes take the role Admin/)).toBeInTheDocument();
});

describe('disabling', () => {
  const PATCH = `PATCH ${RESOURCES}/providers/openai?revision=4`;
  const dialog = (name: RegExp) => within(screen.getByRole('dialog', { name }));

  it('asks first, and says which models are left with nothing', async () => {
    const { requests, drawer } = await open('openai', { [PATCH]: { data: OPENAI } });
    await user.click(drawer.getByRole('button', { name: 'Disable the provider openai' }));
    expect(
      dialog(/^Disable openai/).getByText(/Nothing else that is enabled answers for: gpt-4o\./)
    ).toBeInTheDocument();
    expect(changesIn(requests)).toEqual([]);
    await user.click(dialog(/^Disable openai/).getByRole('button', { name: 'Disable' }));
    await waitFor(() =>
      expect(changesIn(requests)).toEqual([['PATCH', '/providers/openai?revision=4', { enabled: false }]])
    );
  });

  it('says why it was refused', async () => {
    const error = { message: 'changed', type: 'x', code: 'changed_meanwhile' };
    const { drawer } = await open('openai', { [PATCH]: { status: 412, data: { error } } });
    await user.click(drawer.getByRole('button', { name: 'Disable the provider openai' }));
    await user.click(dialog(/^Disable openai/).getByRole('button', { name: 'Disable' }));
    expect(await screen.findByText(/Somebody else has changed it/)).toBeInTheDocument();
  });

  it('is undone', async () => {
    const disabled = { ...OPENAI, enabled: false };
    const answers = answersOf({ ...SET_UP, providers: [disabled] }, { [PATCH]: { data: OPENAI } });
    const requests = showConfiguration(answers, '?tab=providers&open=openai');
    const drawer = within(await openedDrawer());
    expect(drawer.getByText('Disabled')).toBeInTheDocument();
    await user.click(drawer.getByRole('button', { name: 'Enable the provider openai' }));
    await user.click(dialog(/^Enable openai/).getByRole('button', { name: 'Enable' }));
    await waitFor(() => expect(changesIn(requests)[0]?.[2]).toEqual({ enabled: true }));
  });

  it('is not offered for what the configuration file has', async () => {
    const { drawer } = await open('demo');
    expect(drawer.getByText('Config file')).toBeInTheDocument();
    expect(drawer.queryByRole('button', { name: /Disable/ })).not.toBeInTheDocument();
  });
});
