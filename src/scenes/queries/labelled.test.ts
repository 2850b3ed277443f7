import { FieldType, toDataFrame } from '@grafana/data';
import { labelled } from './labelled';

const series = (refId: string, provider: string, value: number) =>
  toDataFrame({ refId, fields: [{ name: 'Value', type: FieldType.number, labels: { provider }, values: [value] }] });

it('reads the values of one query by a label, without those that are unknown', () => {
  const frames = [series('rate', 'openai', 2), series('rate', 'groq', NaN), series('p95', 'openai', 9)];
  expect([...labelled(frames, 'rate', 'provider')]).toEqual([['openai', 2]]);
});
