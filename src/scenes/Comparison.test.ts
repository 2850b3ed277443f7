import { locationService } from '@grafana/runtime';
import { EmbeddedScene, SceneReactObject, SceneTimeRange, UrlSyncManager } from '@grafana/scenes';
import { Comparison } from './Comparison';

function open(search: string): Comparison {
  locationService.push(`/${search}`);
  const comparison = new Comparison();
  const $timeRange = new SceneTimeRange({ from: 'now-1h', to: 'now' });
  new UrlSyncManager().initSync(
    new EmbeddedScene({ $timeRange, controls: [comparison], body: new SceneReactObject({}) })
  );
  return comparison;
}

it.each(['__previousPeriod', '24h'])('takes %s from the URL', (compareWith) => {
  expect(open(`?compareWith=${compareWith}`).state.compareWith).toBe(compareWith);
});

it('compares with nothing until told to', () => {
  expect(open('').state.compareWith).toBeUndefined();
});

it('ends with the URL', () => {
  const comparison = open('?compareWith=__previousPeriod');
  comparison.updateFromUrl({ compareWith: null });
  expect(comparison.state.compareWith).toBeUndefined();
});
