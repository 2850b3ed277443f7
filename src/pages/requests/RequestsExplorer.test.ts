import { locationService } from '@grafana/runtime';
import { EmbeddedScene, sceneGraph, SceneQueryRunner, UrlSyncManager } from '@grafana/scenes';
import { RequestsExplorer } from './RequestsExplorer';

function open(url: string): RequestsExplorer {
  locationService.push(url);
  const explorer = new RequestsExplorer();
  manager = new UrlSyncManager();
  manager.initSync(new EmbeddedScene({ body: explorer }));
  return explorer;
}

let manager: UrlSyncManager;

const search = () => locationService.getSearch();

it('shows what its address says', () => {
  const explorer = open('/?status=error&status=aborted&tag=project%3Dx&min_cost_usd=0.1&request=req_1&live=true');
  expect(explorer.state).toMatchObject({
    filters: { dimensions: { status: ['error', 'aborted'] }, tags: { project: ['x'] }, minCostUsd: 0.1 },
    request: 'req_1',
    live: true,
  });
});

it('writes what it shows into its address, and nothing of what it does not', () => {
  const explorer = open('/?team=search');
  explorer.setState({
    filters: { dimensions: { status: ['error'] }, tags: { project: ['x', 'y'] }, minDurationMs: 5 },
  });
  explorer.open('req_2');
  expect(search().getAll('tag')).toEqual(['project=x', 'project=y']);
  expect(Object.fromEntries(search())).toMatchObject({ status: 'error', min_duration_ms: '5', request: 'req_2' });
  expect(search().has('team')).toBe(false);
  explorer.open(undefined);
  expect(search().has('request')).toBe(false);
});

it('comes back to the filters that the browser goes back to', () => {
  const explorer = open('/?status=error&model=a');
  locationService.partial({ status: null });
  manager.handleNewLocation(locationService.getLocation());
  expect(explorer.state.filters.dimensions).toEqual({ model: ['a'] });
});

it('is left open by the browser’s way back', () => {
  const explorer = open('/?status=error');
  const steps = jest.spyOn(locationService, 'partial');
  explorer.open('req_1');
  expect(steps).toHaveBeenLastCalledWith({ request: 'req_1' }, false);
  explorer.open('req_2');
  expect(steps).toHaveBeenLastCalledWith({ request: 'req_2' }, true);
});

it('filters its graph too', () => {
  const explorer = open('/?status=error');
  const stop = explorer.activate();
  const queries = () => sceneGraph.findDescendents(explorer, SceneQueryRunner)[0]!.state.queries;
  expect(queries()).toMatchObject([
    { queryType: 'usage', groupBy: ['status'], filters: [{ dimension: 'status', values: ['error'] }] },
  ]);
  explorer.setState({ filters: { dimensions: { team: ['search'] }, tags: {} } });
  expect(queries()).toMatchObject([{ filters: [{ dimension: 'team', values: ['search'] }] }]);
  stop();
});
