import type { Deployment, ModelGroup } from '../routing/deployment.js';
import { route } from './route.js';

function group(name: string, ids: readonly string[], fallbacks: readonly string[] = []): [string, ModelGroup] {
  return [name, { name, fallbacks, deployments: ids.map((id) => ({ id, weight: 1 }) as Deployment) }];
}

const groups = new Map([
  group('large', ['a/large', 'b/large'], ['small', 'tiny']),
  group('small', ['a/small'], ['large']),
  group('tiny', ['b/tiny']),
]);

test('the model’s own deployments come first, then its fallbacks’ in their order', () => {
  const ids = route('large', groups).map(({ id }) => id);
  expect(ids.slice(0, 2).sort()).toEqual(['a/large', 'b/large']);
  expect(ids.slice(2)).toEqual(['a/small', 'b/tiny']);
});

test('a fallback’s own fallbacks are not followed', () => {
  expect(route('small', groups).map(({ id }) => id.split('/')[1])).toEqual(['small', 'large', 'large']);
});

test('a model that is not configured is named', () => {
  expect(() => route('nope', groups)).toThrow(
    expect.objectContaining({
      status: 404,
      code: 'model_not_found',
      param: 'model',
      message: expect.stringContaining('nope'),
    })
  );
});
