import type { LabelText } from './labelText.js';
import { type Target, Targets } from './targets.js';

const byModel: LabelText = ({ model }) => `model="${model}"`;
const byTeam: LabelText = ({ team }) => (team === 'none' ? undefined : `team="${team}"`);

const create = () => new Targets<Target>((text) => ({ text, pass: 0 }));
const texts = (targets: Targets<Target>) => targets.shown.map(({ text }) => text);
const ignore = () => undefined;

test('series of the same text are one', () => {
  const targets = create();
  targets.begin();
  const first = targets.of({ model: 'a', team: 'x' }, byModel, ignore);
  expect(targets.of({ model: 'a', team: 'y' }, byModel, ignore)).toBe(first);
  expect(texts(targets)).toEqual(['model="a"']);
});

test('one series is shown by each view as that view has it', () => {
  const targets = create();
  const series = [
    { model: 'a', team: 'x' },
    { model: 'b', team: 'none' },
  ];
  for (let scrape = 0; scrape < 2; scrape++) {
    targets.begin();
    for (const text of [byModel, byTeam]) {
      series.forEach((labels) => targets.of(labels, text, ignore));
    }
    expect(texts(targets)).toEqual(['model="a"', 'model="b"', 'team="x"']);
  }
});

test('each is emptied once a rendering, at its first use', () => {
  const targets = create();
  const labels = { model: 'a', team: 'x' };
  const clear = jest.fn();
  for (let scrape = 1; scrape <= 2; scrape++) {
    targets.begin();
    targets.of(labels, byModel, clear);
    targets.of(labels, byModel, clear);
    expect(clear).toHaveBeenCalledTimes(scrape);
  }
});
