import { FieldType, toDataFrame } from '@grafana/data';
import { colorFrames } from './colorByName';

const frameOf = (...names: string[]) =>
  toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [] },
      ...names.map((name) => ({ name, type: FieldType.number, values: [], config: { displayNameFromDS: name } })),
    ],
  });

const colors = (...names: string[]) =>
  colorFrames([frameOf(...names)])[0]!
    .fields.slice(1)
    .map(({ config }) => config.color?.fixedColor);

it('gives a name the same colour on every panel, in whatever order it comes', () => {
  const [a, b] = colors('gpt-4o', 'claude-sonnet-4-5');
  expect(colors('claude-sonnet-4-5', 'gpt-4o')).toEqual([b, a]);
  expect(colors('gpt-4o')).toEqual([a]);
});

it('gives no two names of a panel the same colour while there are enough', () => {
  const names = Array.from({ length: 16 }, (_, index) => `model-${index}`);
  expect(new Set(colors(...names)).size).toBe(16);
});

it('colours any number of names', () => {
  const names = Array.from({ length: 40 }, (_, index) => `model-${index}`);
  expect(colors(...names)).not.toContain(undefined);
});

it('leaves time alone', () => {
  expect(colorFrames([frameOf('a')])[0]!.fields[0]!.config.color).toBeUndefined();
});
