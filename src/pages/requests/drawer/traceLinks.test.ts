import { fakeDataSources } from '../../../api/testing/fakeGrafana';
import { traceLinks } from './traceLinks';

const ID = '4bf92f3577b34da6a3ce929d0e0e4736';

it('leads to Explore for each trace data source that finds traces by id', () => {
  fakeDataSources(
    { uid: 't1', name: 'Tempo', type: 'tempo' },
    { uid: 'j1', name: 'Jaeger', type: 'jaeger' },
    { uid: 'p1', name: 'Metrics', type: 'prometheus' }
  );
  const links = traceLinks(ID, 1_000_000, 1500.5);
  expect(links.map(({ name }) => name)).toEqual(['Tempo', 'Jaeger']);
  const [path, search] = links[0]!.href.split('?');
  expect(path).toBe('/explore');
  const { trace } = JSON.parse(new URLSearchParams(search).get('panes')!);
  expect(trace).toMatchObject({
    datasource: 't1',
    queries: [{ queryType: 'traceql', query: ID, datasource: { uid: 't1', type: 'tempo' } }],
    range: { from: '700000', to: '1301501' },
  });
});

it('leads nowhere where there is none', () => {
  fakeDataSources();
  expect(traceLinks(ID, 0, 1)).toEqual([]);
});
