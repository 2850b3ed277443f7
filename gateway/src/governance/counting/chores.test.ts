import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';

import { Chores } from './chores.js';

const log = pino({ enabled: false });

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !condition(); await sleep(5)) {
    if (Date.now() > end) {
      throw new Error('it did not come to that within 10 s');
    }
  }
}

test('chores are done one at a time, and again as often as they ask for it', async () => {
  const chores = new Chores(log);
  const done: string[] = [];
  let atOnce = 0;
  const chore = (name: string, times: number) => async () => {
    atOnce++;
    await sleep(1);
    expect(atOnce).toBe(1);
    atOnce--;
    done.push(name);
    return --times > 0 ? 1 : undefined;
  };
  chores.add('late', 60, chore('late', 1));
  chores.add('thrice', 1, chore('thrice', 3));
  chores.add('once', 1, chore('once', 1));

  await until(() => done.includes('late'));

  expect(done).toEqual(['thrice', 'once', 'thrice', 'thrice', 'late']);
});

test('what fails is tried again, and what waited behind it is done then', async () => {
  const chores = new Chores(log);
  const done: string[] = [];
  let tries = 0;
  chores.add('fails', 0, async () => {
    if (++tries < 2) {
      throw new Error('the database is down');
    }
    done.push('fails');
    return undefined;
  });
  chores.add('behind', 0, async () => {
    done.push('behind');
    return undefined;
  });

  await until(() => done.length === 2);

  expect(done).toEqual(['fails', 'behind']);
});

test('a chore of the same name replaces one, and nothing is done after the end', async () => {
  const chores = new Chores(log);
  const done: string[] = [];
  const chore = (name: string) => async () => {
    done.push(name);
    return undefined;
  };
  chores.add('same', 1, chore('first'));
  chores.add('same', 1, chore('second'));
  await until(() => done.length > 0);
  chores.add('other', 1, chore('other'));
  chores.close();
  chores.add('more', 0, chore('more'));
  await sleep(20);

  expect(done).toEqual(['second']);
});
