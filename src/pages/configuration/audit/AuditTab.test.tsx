import { OrgRole } from '@grafana/data';
import { screen, waitFor } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { user } from '../../../components/testing/quickUser';
import { answersOf, RESOURCES, showConfiguration } from '../testing/showConfiguration';

const PROVIDER = {
  id: '2',
  time: '2026-11-26T10:00:00.000Z',
  actor: 'ada',
  address: '10.0.0.7',
  action: 'update',
  kind: 'provider',
  name: 'openai',
  before: { name: 'openai', enabled: true, type: 'openai' },
  after: { name: 'openai', enabled: false, type: 'openai', secret_changed: true },
};
const KEY = {
  id: '1',
  time: '2026-11-26T09:00:00.000Z',
  actor: 'admin',
  address: null,
  action: 'delete',
  kind: 'key',
  name: 'ci',
  before: { name: 'ci', team: 'platform' },
  after: null,
};

const call = (query = '') => `GET ${RESOURCES}/audit?${query}limit=50`;
const page = (changes: object[], next: string | null = null) => ({ data: { changes, next_cursor: next } });

beforeEach(() => asUser(OrgRole.Admin));

function show(answers: Parameters<typeof answersOf>[1], search = '') {
  return showConfiguration(answersOf({}, answers), `?tab=audit${search}`);
}

async function rowOf(name: string): Promise<HTMLElement> {
  return (await screen.findByRole('button', { name })).closest('tr') as HTMLElement;
}

it('tells when, who, to what, and what each field became', async () => {
  show({ [call()]: page([PROVIDER, KEY]) });
  const provider = await rowOf('openai');
  expect(provider).toHaveTextContent(
    'ada10.0.0.7ChangedopenaiProviderenabled: true → falsea secret, which is not shown'
  );
  const key = await rowOf('ci');
  expect(key).toHaveTextContent('adminDeletedciKey');
  expect(key).not.toHaveTextContent('platform');
  await user.click(screen.getByRole('button', { name: 'Show what it was' }));
  expect(key).toHaveTextContent('team: platform');
});

it('shows the history of one thing, and everything again', async () => {
  show({
    [call()]: page([PROVIDER, KEY]),
    [call('kind=key&name=ci&')]: page([KEY]),
  });
  await rowOf('openai');
  await user.click(screen.getByRole('button', { name: 'ci' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'openai' })).not.toBeInTheDocument());
  expect(await rowOf('ci')).toBeInTheDocument();
  expect(screen.getByLabelText('Its whole name')).toHaveValue('ci');
  await user.click(screen.getByRole('button', { name: 'Show everything' }));
  expect(await rowOf('openai')).toBeInTheDocument();
  expect(screen.getByLabelText('Its whole name')).toHaveValue('');
});

it('searches by who did it, and keeps what is typed', async () => {
  show({ [call()]: page([PROVIDER, KEY]), [call('actor=ada&')]: page([PROVIDER]) });
  await rowOf('ci');
  await user.type(screen.getByLabelText('Who, as in the list'), 'ada');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'ci' })).not.toBeInTheDocument());
  expect(screen.getByLabelText('Who, as in the list')).toHaveValue('ada');
});

it('goes on to older changes, and back to the newest', async () => {
  show({ [call()]: page([PROVIDER], '2'), [call('cursor=2&')]: page([KEY]) });
  await rowOf('openai');
  expect(screen.getByRole('button', { name: 'Newest' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Older' }));
  await rowOf('ci');
  expect(screen.getByRole('button', { name: 'Older' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Newest' }));
  expect(await rowOf('openai')).toBeInTheDocument();
});

it.each([
  ['', call(), 'Nothing has been changed here yet'],
  ['&actor=bob', call('actor=bob&'), 'No change is like that'],
])('tells no changes from none found: %p', async (search, asked, words) => {
  show({ [asked]: page([]) }, search);
  expect(await screen.findByText(words)).toBeInTheDocument();
});

it.each([
  [503, 'The store cannot be reached now.'],
  [403, 'This needs the role Viewer in Grafana; yours is none.'],
])('says why it cannot be read: %d', async (status, message) => {
  show({ [call()]: { status, data: { error: { message, type: 'x', param: null, code: null } } } });
  expect(await screen.findByRole('alert')).toHaveTextContent('The audit log cannot be read');
  expect(screen.getByRole('alert')).toHaveTextContent(message);
});

it('is there for viewers, who may read what the gateway answers them', async () => {
  asUser(OrgRole.Viewer);
  show({ [call()]: page([PROVIDER]) });
  expect(await rowOf('openai')).toBeInTheDocument();
});
