import { ReducerID } from '@grafana/data';
import { sceneGraph, SceneQueryRunner, VizPanelMenu, type VizPanel } from '@grafana/scenes';
import { metricBuckets, metricNow, metricSeries } from '../queries/metrics';
import { barGauge } from './barGauge';
import { heatmap } from './heatmap';
import { metricTable } from './metricTable';
import { series } from './series';
import { stateTimeline } from './stateTimeline';
import { tile } from './tile';
import { usageTable } from './usageTable';

const TEXTS = { title: 'A title', description: 'What it is', noValue: 'Nothing there' };
const QUERY = { expr: 'up', legend: '{{provider}}' };

const PANELS: Record<string, VizPanel> = {
  series: series({ ...TEXTS, unit: 's', calcs: [ReducerID.mean], data: metricSeries(QUERY) }),
  tile: tile({ ...TEXTS, unit: 's', caption: '', data: metricSeries(QUERY) }),
  usageTable: usageTable({ ...TEXTS, groupBy: 'team', groupLabel: 'Team', measures: ['requests'], sortBy: 'requests' }),
  heatmap: heatmap({ ...TEXTS, unit: 's', data: metricBuckets('sum by (le) (x_bucket)') }),
  stateTimeline: stateTimeline({
    ...TEXTS,
    states: [{ value: 1, text: 'Up', color: 'green' }],
    data: metricSeries(QUERY),
  }),
  barGauge: barGauge({ ...TEXTS, unit: 'percentunit', max: 1, data: metricNow(QUERY) }),
  metricTable: metricTable({
    ...TEXTS,
    labels: [{ label: 'provider', title: 'Provider', link: { title: 'Open', url: '/a?provider=${__value.raw}' } }],
    columns: {
      rate: { title: 'Requests', expr: 'rate', unit: 'reqps' },
      health: { title: 'Health', expr: 'health', unit: 'short', mappings: [] },
    },
    sortBy: 'rate',
  }),
};

const queriesOf = (panel: VizPanel) =>
  (sceneGraph.findObject(panel.state.$data!, (object) => object instanceof SceneQueryRunner) as SceneQueryRunner).state
    .queries;

describe.each(Object.entries(PANELS))('%s', (_name, panel) => {
  it('explains itself, also when it is empty, and has a menu', () => {
    const { title, description, menu, fieldConfig } = panel.state;
    expect({ title, description, noValue: fieldConfig.defaults.noValue }).toEqual(TEXTS);
    expect(menu).toBeInstanceOf(VizPanelMenu);
  });
});

it('compares lines, single figures and the ledger’s tables with the previous period, and nothing that would not tell the two apart', () => {
  const compared = Object.entries(PANELS).flatMap(([name, panel]) =>
    queriesOf(panel).some(({ timeRangeCompare }) => timeRangeCompare === false) ? [] : [name]
  );
  expect(compared).toEqual(['series', 'tile', 'usageTable']);
});

it('marks single requests on heatmaps', () => {
  expect(queriesOf(PANELS['heatmap']!)).toEqual([expect.objectContaining({ format: 'heatmap', exemplar: true })]);
});

it('makes one table of the answers to several expressions', () => {
  const table = PANELS['metricTable']!;
  expect(queriesOf(table).map(({ refId, format }) => [refId, format])).toEqual([
    ['rate', 'table'],
    ['health', 'table'],
  ]);
  const { overrides } = table.state.fieldConfig;
  expect(overrides.map(({ matcher }) => matcher.options)).toEqual(['provider', 'Value #rate', 'Value #health']);
  expect(overrides[0]!.properties).toContainEqual(expect.objectContaining({ id: 'links' }));
});
