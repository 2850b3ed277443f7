import { diagnosticLog } from './diagnosticLog.js';

function logged() {
  const lines: unknown[] = [];
  let now = 0;
  const log = diagnosticLog({ warn: (line: unknown) => lines.push(line) } as never, () => now);
  return { log, lines, at: (ms: number) => void (now = ms) };
}

test('tells one thing a minute, and how many it stands for', () => {
  const { log, lines, at } = logged();
  log.error('first');
  log.warn('second');
  at(59_999);
  log.error('third');
  at(60_000);
  log.error('fourth');
  expect(lines).toEqual([
    { reason: 'first', untold: 0 },
    { reason: 'fourth', untold: 2 },
  ]);
});

test('tells the message of an error, not its stack', () => {
  const { log, lines } = logged();
  log.error('{"stack":"Error: refused\\n at x","message":"refused"}');
  expect(lines).toEqual([{ reason: 'refused', untold: 0 }]);
});

test.each(['null', '7', '{}', '{"message":7}', 'not JSON {'])('tells %j as it is', (message) => {
  const { log, lines } = logged();
  log.error(message);
  expect(lines).toEqual([{ reason: message, untold: 0 }]);
});

test('says nothing of what is going well', () => {
  const { log, lines } = logged();
  log.info('started');
  log.debug('recorded');
  expect(lines).toEqual([]);
});
