import type { DrillFacts } from './drillFacts';
import { advance, isDone, isOver, STEPS, type DrillProgress } from './drillProgress';

const BEFORE: DrillFacts = {
  broken: false,
  until: undefined,
  noticed: false,
  alert: 'none',
  told: false,
};
const BROKEN = { ...BEFORE, broken: true };
const NOTICED = { ...BROKEN, noticed: true };
const FIRING: DrillFacts = { ...NOTICED, alert: 'firing' };

const after = (...facts: DrillFacts[]) =>
  facts.reduce<DrillProgress>((progress, fact, index) => advance(progress, fact, index + 1), {});
const done = (progress: DrillProgress) => STEPS.filter((step) => isDone(progress, step));

it('goes from the first step to the last', () => {
  const progress = after(
    BROKEN,
    NOTICED,
    { ...NOTICED, alert: 'pending' },
    FIRING,
    { ...FIRING, told: true },
    { ...FIRING, told: true, broken: false },
    { ...BEFORE, told: true }
  );
  expect(progress).toEqual({ broken: 1, noticed: 2, pending: 3, firing: 4, told: 5, mended: 6, resolved: 7 });
  expect(isOver(progress)).toBe(true);
});

it('keeps the moment when a step was first seen', () => {
  expect(after(BROKEN, NOTICED, NOTICED)).toEqual({ broken: 1, noticed: 2 });
});

it('is not over because nothing fires yet, or because it was mended before anything fired', () => {
  expect(isOver(after(BROKEN, NOTICED, { ...NOTICED, broken: false }))).toBe(false);
  expect(isOver(after(BEFORE))).toBe(false);
});

it('takes steps for done that were passed between two looks', () => {
  expect(done(after(BROKEN, FIRING))).toEqual(['broken', 'noticed', 'pending', 'firing']);
});

it('does not take the relay for told because the alert is over', () => {
  expect(done(after(FIRING, { ...BEFORE }))).toEqual(['broken', 'noticed', 'pending', 'firing', 'mended', 'resolved']);
});

it('knows what it can of a drill it did not see begin', () => {
  expect(done(after({ ...FIRING, told: true }))).toEqual(['broken', 'noticed', 'pending', 'firing', 'told']);
});
