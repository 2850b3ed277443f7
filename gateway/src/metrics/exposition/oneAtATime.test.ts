import { OneAtATime } from './oneAtATime.js';

function slow() {
  const ends: Array<() => void> = [];
  const begun: string[] = [];
  const work = new OneAtATime(async (kind: string) => {
    begun.push(kind);
    const number = begun.length;
    await new Promise<void>((resolve) => ends.push(resolve));
    return `${kind} ${number}`;
  });
  return { work, begun, end: async () => (await settled(), ends.shift()?.()) };
}

const settled = () => new Promise(setImmediate);

test('who asks while one waits shares it; who asks while one runs gets a later one', async () => {
  const { work, begun, end } = slow();
  const first = work.ask('text');
  await settled();
  const later = [work.ask('text'), work.ask('text'), work.ask('openmetrics'), work.ask('text')];
  expect(begun).toEqual(['text']);
  await end();
  expect(await first).toBe('text 1');
  await end();
  await end();
  expect(await Promise.all(later)).toEqual(['text 2', 'text 2', 'openmetrics 3', 'text 2']);
  expect(begun).toHaveLength(3);
});

test('one that fails fails those who share it, and nobody else', async () => {
  let fails = true;
  const work = new OneAtATime(async () => {
    if (fails) {
      throw new Error('broken');
    }
    return 'well';
  });
  await expect(Promise.all([work.ask('text'), work.ask('text')])).rejects.toThrow('broken');
  fails = false;
  expect(await work.ask('text')).toBe('well');
});
