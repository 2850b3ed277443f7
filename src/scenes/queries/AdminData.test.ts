import { FieldType, LoadingState, type DataFrame } from '@grafana/data';
import { EmbeddedScene, SceneReactObject, SceneTimeRange, SceneVariableSet } from '@grafana/scenes';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { fakeApi, fakeDataSources } from '../../api/testing/fakeGrafana';
import { span } from '../timeRange/span';
import { gatewayVariable } from '../variables/gatewayVariable';
import { AdminData, type AskAdmin } from './AdminData';

const frame = (value: number): DataFrame => ({
  length: 1,
  fields: [{ name: 'value', type: FieldType.number, config: {}, values: [value] }],
});

function begin(ask: AskAdmin) {
  fakeDataSources({ uid: 'eu', name: 'Europe', type: DATASOURCE_ID });
  const $timeRange = new SceneTimeRange({ from: 'now-1h', to: 'now' });
  const $data = new AdminData({ ask });
  const scene = new EmbeddedScene({
    $timeRange,
    $variables: new SceneVariableSet({ variables: [gatewayVariable('eu')] }),
    body: new SceneReactObject({ $data }),
  });
  scene.activate();
  $data.activate();
  return { data: $data, $timeRange };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('asks the gateway that is chosen, again with the page', async () => {
  const requests = fakeApi({});
  const { $timeRange } = begin(async ({ api }) => {
    await api.get('/deployments').catch(() => undefined);
    return { series: [] };
  });
  await settled();
  const before = requests.length;
  expect(requests[0]!.url).toBe('/api/datasources/uid/eu/resources/deployments');
  $timeRange.onRefresh();
  await settled();
  expect(requests.length).toBe(before + 1);
});

it('is drawn over the time range that its answer names, else over the page’s', async () => {
  const { data } = begin(async () => ({ series: [frame(1)], timeRange: span(1_000, 2_000) }));
  await settled();
  expect(data.state.data).toMatchObject({ state: LoadingState.Done, series: [frame(1)] });
  expect(data.state.data!.timeRange.to.valueOf()).toBe(2_000);
  const other = begin(async () => ({ series: [] }));
  await settled();
  expect(other.data.state.data!.timeRange).toBe(other.$timeRange.state.value);
});

it('says why there is no answer, and shows no old one in its place', async () => {
  let isDown = false;
  const { data } = begin(async () => {
    if (isDown) {
      throw new Error('The store is down.');
    }
    return { series: [frame(1)] };
  });
  await settled();
  isDown = true;
  await data.run();
  expect(data.state.data).toMatchObject({
    state: LoadingState.Error,
    series: [],
    errors: [{ message: 'The store is down.' }],
  });
});

it('leaves an answer aside that a later question has overtaken', async () => {
  const answers: Array<(value: number) => void> = [];
  const { data } = begin(async () => ({
    series: [frame(await new Promise<number>((resolve) => answers.push(resolve)))],
  }));
  await settled();
  const [first] = answers.splice(0);
  void data.run();
  answers[0]!(2);
  await settled();
  first!(1);
  await settled();
  expect(data.state.data!.series).toEqual([frame(2)]);
});
