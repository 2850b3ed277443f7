import { deployment } from '../../../tests/support/routing.js';
import { OPERATIONS } from '../operations/index.js';
import type { OperationName } from '../operations/name.js';
import { CapableGroups } from './capableGroups.js';
import type { DeploymentState } from './deploymentState.js';
import type { RoutedGroup } from './routedGroup.js';

/** A deployment whose provider has these operations; it is called after them. */
function stateOf(name: string, ...operations: readonly OperationName[]): DeploymentState {
  const services = Object.fromEntries(operations.map((each) => [each, {}]));
  const provider = { name, type: 'openai', services } as never;
  return { deployment: deployment(`${name}/m`, { provider }) } as DeploymentState;
}

function group(name: string, states: readonly DeploymentState[], fallbacks: readonly string[] = []): RoutedGroup {
  const onErrors = { error: fallbacks, contextWindow: [], contentPolicy: [] };
  return { name, strategy: 'weighted', fallbacks: onErrors, states, disabled: [] };
}

const chats = stateOf('chats', 'chat');
const draws = stateOf('draws', 'images');
const both = stateOf('both', 'chat', 'images');
const GROUPS = new Map(
  [
    group('mixed', [chats, draws, both]),
    group('chatting', [chats], ['mixed']),
    group('alone', [chats, stateOf('chats-too', 'chat')]),
  ].map((each) => [each.name, each])
);
const { chat, images, responses, embeddings } = OPERATIONS;
const of = (name: string) => GROUPS.get(name) as RoutedGroup;
const idsOf = ({ states }: RoutedGroup) => states.map((state) => state.deployment.provider.name);

test.each([
  { operation: chat, expected: ['chats', 'both'] },
  { operation: images, expected: ['draws', 'both'] },
  // Whoever chats can be asked for it.
  { operation: responses, expected: ['chats', 'both'] },
  { operation: embeddings, expected: [] },
])('deployments that can do $operation.name', ({ operation, expected }) => {
  expect(idsOf(new CapableGroups(GROUPS).of(operation).get('mixed') as RoutedGroup)).toEqual(expected);
});

test('a model of which all can do it stays the one that it is', () => {
  const capable = new CapableGroups(GROUPS);
  expect(capable.of(chat).get('alone')).toBe(of('alone'));
  expect(capable.need(of('alone'), chat, true)).toBe(of('alone'));
});

test('they are made once for each operation', () => {
  const capable = new CapableGroups(GROUPS);
  expect(capable.of(images)).toBe(capable.of(images));
  expect(capable.of(images)).not.toBe(capable.of(chat));
});

test('a model that cannot do it is let through if one that it falls back to can', () => {
  const capable = new CapableGroups(GROUPS);
  expect(capable.need(of('chatting'), images, true).states).toEqual([]);
});

test.each([
  ['chatting', false],
  ['alone', true],
])('else %s is refused with what it lacks (may fall back: %s)', (name, mayFallBack) => {
  expect(() => new CapableGroups(GROUPS).need(of(name), images, mayFallBack)).toThrow(
    expect.objectContaining({
      status: 400,
      code: 'operation_not_supported',
      param: 'model',
      message: expect.stringMatching(
        new RegExp(`"${name}".*/v1/images/generations.*images is not offered by chats \\(openai\\)`)
      ) as string,
    }) as Error
  );
});

test('who cannot do it is named once for each provider', () => {
  expect(() => new CapableGroups(GROUPS).need(of('alone'), embeddings, true)).toThrow(
    /by chats \(openai\), chats-too \(openai\)\./
  );
});
