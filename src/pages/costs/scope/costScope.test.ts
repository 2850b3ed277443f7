import { backTo, filterParameters, filtersFromUrl, filtersToUrl, narrowed, widened, type CostScope } from './costScope';
import { nextDimension, toDimension } from './dimensions';

const ALL: CostScope = { by: 'team', filters: [] };

it('drills from a team to its keys, their models and their providers', () => {
  const team = narrowed(ALL, 'platform');
  expect(team).toEqual({ by: 'key', filters: [{ dimension: 'team', values: ['platform'] }] });
  const key = narrowed(team, 'ci');
  expect(key.by).toBe('model');
  expect(narrowed(key, 'gpt-4o')).toEqual({
    by: 'provider',
    filters: [
      { dimension: 'team', values: ['platform'] },
      { dimension: 'key', values: ['ci'] },
      { dimension: 'model', values: ['gpt-4o'] },
    ],
  });
});

it('leads from a tag to the first dimension, and stays where all are narrowed down', () => {
  expect(narrowed({ by: 'tag:project', filters: [] }, 'atlas').by).toBe('team');
  const all = ['team', 'key', 'model', 'provider', 'user', 'feature', 'environment'] as const;
  expect(nextDimension('environment', all)).toBe('environment');
  expect(nextDimension('environment', ['team', 'key', 'environment'])).toBe('model');
});

it('has one value of a dimension, the last that was chosen', () => {
  const twice = narrowed({ ...narrowed(ALL, 'platform'), by: 'team' }, 'research');
  expect(twice.filters).toEqual([{ dimension: 'team', values: ['research'] }]);
});

it('widens to all values of a dimension, and keeps the other filters', () => {
  const deep = narrowed(narrowed(ALL, 'platform'), 'ci');
  expect(widened(deep, 'team')).toEqual({ by: 'team', filters: [{ dimension: 'key', values: ['ci'] }] });
});

it('goes back to a step of the way', () => {
  const deep = narrowed(narrowed(narrowed(ALL, 'platform'), 'ci'), 'gpt-4o');
  expect(backTo(deep, 1)).toEqual({ by: 'key', filters: [{ dimension: 'team', values: ['platform'] }] });
  expect(backTo(deep, 0)).toEqual({ by: 'team', filters: [] });
});

it('says the same in the URL, whatever the values hold', () => {
  const filters = filtersFromUrl(['team=a=b', 'tag:x y=1,2', 'tag:x y=3', 'project=atlas']);
  expect(filters).toEqual([
    { dimension: 'team', values: ['a=b'] },
    { dimension: 'tag:x y', values: ['1,2', '3'] },
    { dimension: 'tag:project', values: ['atlas'] },
  ]);
  expect(filtersFromUrl(filtersToUrl(filters))).toEqual(filters);
  expect(filtersFromUrl(['', 'team', '=x', 'team='])).toEqual([]);
});

it('asks the gateway for what is not known in its own way', () => {
  expect(filterParameters([{ dimension: 'team', values: ['none', 'a'] }])).toEqual({ team: ['', 'a'] });
});

it('takes what is no dimension for a tag, without what separates dimensions', () => {
  expect(['user', 'project', 'tag:a', ' cost,centre '].map(toDimension)).toEqual([
    'user',
    'tag:project',
    'tag:a',
    'tag:costcentre',
  ]);
});
