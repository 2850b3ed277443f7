import fs, {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';

import { usageEvent } from '../../../tests/support/usageEvent.js';
import { openJournal } from './journal.js';
import { LINE_COLUMNS, readLine, toLine } from './row.js';

const log = pino({ level: 'silent' });

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-journal-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(directory, { recursive: true, force: true });
});

const open = (segmentBytes?: number) => openJournal(directory, log, segmentBytes);
const line = (user = 'ada') => toLine(usageEvent({ user }));
const lines = (count: number) => Array.from({ length: count }, () => line());
const files = () => readdirSync(directory).sort();

test('what was appended is there for the next process, in its order', () => {
  const { journal, left } = open();
  expect(left).toEqual([]);
  const written = lines(3);
  written.forEach((each) => journal.append(each));
  // Not closed: the process was killed.
  expect(open().left).toEqual(written);
});

test('what is in the store is not, and its files are removed', () => {
  const { journal } = open(1_000);
  const written = lines(10);
  written.forEach((each) => journal.append(each));
  const before = files().length;
  journal.settle(8);
  expect(files().length).toBeLessThan(before);
  const again = open();
  expect(again.left.slice(-2)).toEqual(written.slice(8));
  // Those of a file are kept as long as one of them waits.
  expect(again.left.length).toBeLessThanOrEqual(5);
  again.journal.settle(again.left.length);
  again.journal.close();
  expect(files()).toEqual([]);
  expect(open().left).toEqual([]);
});

test('a file whose events are all in the store is emptied and used again', () => {
  const { journal } = open();
  const empty = journal.bytes;
  for (let round = 0; round < 3; round++) {
    lines(5).forEach((each) => journal.append(each));
    expect(journal.bytes).toBeGreaterThan(empty + 1_000);
    journal.settle(5);
    expect(journal.bytes).toBe(empty);
    expect(statSync(join(directory, files()[0] ?? '')).size).toBe(empty);
  }
  const last = line();
  journal.append(last);
  expect(open().left).toEqual([last]);
});

test('events of several processes are settled in the order of their age', () => {
  const first = line('first');
  open().journal.append(first);
  const second = open();
  const late = line('second');
  second.journal.append(late);
  second.journal.settle(1);
  expect(open().left).toEqual([late]);
});

test('a line that was being written when the process ended is left out', () => {
  const { journal } = open();
  const whole = line();
  journal.append(whole);
  const [file = ''] = files();
  appendFileSync(join(directory, file), line().slice(0, 100));
  expect(open().left).toEqual([whole]);
});

test('a damaged line is handed on as it is and does not hide the others', () => {
  const { journal } = open();
  const whole = lines(2);
  whole.forEach((each) => journal.append(each));
  const file = join(directory, files()[0] ?? '');
  const [header, one, two] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [header, one, 'dam\0ged', two, ''].join('\n'));
  expect(open().left).toEqual([whole[0], 'dam\0ged', whole[1]]);
});

test.each(['', '{"journal":1,"col', 'nonsense\n', '\0\0\0\0'])(
  'a file with nothing of use in it does no harm: %j',
  (text) => {
    writeFileSync(join(directory, '0000000007.jsonl'), text);
    const { journal, left } = open();
    const later = line();
    journal.append(later);
    expect(open().left).toEqual([...left, later]);
  }
);

test('a journal of other columns is read by their names', () => {
  const event = usageEvent({ user: 'ada', content: { request: 'q', response: 'a' } });
  const columns = ['gone', ...LINE_COLUMNS.filter((name) => name !== 'trace_id').reverse()];
  const { row } = readLine(toLine(event));
  const values = columns.map((name) => (name === 'gone' ? 'x' : row[name as keyof typeof row]));
  const old = JSON.stringify([...values, 0, ['q', 'a']]);
  writeFileSync(join(directory, '0000000001.jsonl'), `${JSON.stringify({ journal: 0, columns })}\n${old}\n{\n`);
  const [translated = '', damaged] = open().left;
  expect(readLine(translated)).toEqual(readLine(toLine({ ...event, traceId: undefined })));
  expect(damaged).toBe('{');
});

test('while the disk is full it says so, loses no place in the order, and goes on by itself', () => {
  const { journal } = open();
  const [before, lost, after] = [line('before'), line('lost'), line('after')];
  journal.append(before);
  const error = jest.spyOn(log, 'error');
  const full = jest.spyOn(fs, 'writeSync').mockImplementation(() => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  journal.append(lost);
  journal.append(lost);
  expect(journal.failing).toBe(true);
  expect(error).toHaveBeenCalledTimes(1);
  full.mockRestore();
  journal.append(after);
  expect(journal.failing).toBe(false);
  expect(open().left).toEqual([before, after]);
  journal.settle(4);
  journal.append(line('later'));
  expect(open().left).toHaveLength(1);
});

test('a line of which only a part fits leaves none of it', () => {
  const { journal } = open();
  const [before, cut, after] = [line('before'), line('cut'), line('after')];
  journal.append(before);
  const { writeSync } = fs;
  const full = jest
    .spyOn(fs, 'writeSync')
    .mockImplementation(((descriptor: number, text: string) =>
      writeSync(descriptor, text.slice(0, 50))) as typeof fs.writeSync);
  journal.append(cut);
  expect(journal.failing).toBe(true);
  full.mockRestore();
  journal.append(after);
  expect(open().left).toEqual([before, after]);
});

test('lines that the store refuses are kept for a person to look at', () => {
  const { journal } = open();
  journal.setAside('damaged');
  journal.setAside('too');
  expect(readFileSync(join(directory, 'refused.bad'), 'utf8')).toBe('damaged\ntoo\n');
  expect(open().left).toEqual([]);
});

test('has one file open at a time, that its owner alone may read', () => {
  const probe = openSync(directory, 'r');
  closeSync(probe);
  const { journal } = open(1_000);
  lines(20).forEach((each) => journal.append(each));
  const next = openSync(directory, 'r');
  closeSync(next);
  expect(next).toBeLessThanOrEqual(probe + 1);
  expect(files().map((file) => statSync(join(directory, file)).mode & 0o777)).toEqual(files().map(() => 0o600));
});
