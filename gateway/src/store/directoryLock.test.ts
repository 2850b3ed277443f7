import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { lockDirectory } from './directoryLock.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('a directory is for one alone, until it is given back', () => {
  const unlock = lockDirectory(join(directory, 'new'));
  expect(() => lockDirectory(join(directory, 'new'))).toThrow(
    `The directory ${directory}/new is in use by another gateway (process ${process.pid}).`
  );
  unlock();
  lockDirectory(join(directory, 'new'))();
});

test('a process that was killed no longer has it, be its process id that of another by now', () => {
  const sqlite = createRequire(__filename).resolve('better-sqlite3');
  const script = `
    const database = new (require(${JSON.stringify(sqlite)}))(${JSON.stringify(join(directory, 'lock'))}, { timeout: 0 });
    database.exec('begin exclusive');
    require('node:fs').writeFileSync(${JSON.stringify(join(directory, 'lock.pid'))}, '${process.pid}');
    process.kill(process.pid, 'SIGKILL');`;
  expect(() => execFileSync(process.execPath, ['-e', script])).toThrow();
  lockDirectory(directory)();
});

test('it is closed to other processes, too', () => {
  const unlock = lockDirectory(directory);
  const sqlite = createRequire(__filename).resolve('better-sqlite3');
  const script = `
    const database = new (require(${JSON.stringify(sqlite)}))(${JSON.stringify(join(directory, 'lock'))}, { timeout: 0 });
    try { database.exec('begin exclusive'); } catch (error) { console.log(error.code); }`;
  expect(execFileSync(process.execPath, ['-e', script]).toString().trim()).toBe('SQLITE_BUSY');
  unlock();
});
