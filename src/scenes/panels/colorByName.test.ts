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

it('gives no two of six names shades of one hue', () => {
  const hues = colors('platform', 'search', 'support', 'growth', 'research', 'none').map((color) =>
    color?.split('-').at(-1)
  );
  expect(new Set(hues).size).toBe(6);
});

it('colours any number of names', () => {
  const names = Array.from({ length: 40 }, (_, index) => `model-${index}`);
  expect(colors(...names)).not.toContain(undefined);
});

it('leaves time alone', () => {
  expect(colorFrames([frameOf('a')])[0]!.fields[0]!.config.color).toBeUndefined();
});

it('gives names their own colours where there are any', () => {
  const [frame] = colorFrames([frameOf('p50', 'p95')], { p95: 'orange' });
  expect(frame!.fields[2]!.config.color?.fixedColor).toBe('orange');
});

it('gives a series of the period compared with the colour of the one of now', () => {
  const now = frameOf('gpt-4o');
  const meta = { timeCompare: { diffMs: -1, isTimeShiftQuery: true } };
  const [one, other] = colorFrames([now, { ...frameOf('gpt-4o'), meta }]);
  expect(other!.fields[1]!.config.color).toEqual(one!.fields[1]!.config.color);
});
