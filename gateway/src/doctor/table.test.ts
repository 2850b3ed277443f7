import { failed, ok, skipped, warning } from './finding.js';
import { renderTable } from './table.js';
import { exitCode } from './verdict.js';

const FINDINGS = [
  ok('gateway', 'up 3 h'),
  warning('models', 'one is not ready', 'Wait.'),
  failed('database', 'PostgreSQL says:\n\u001b[2Jgone', 'Start it.'),
  skipped('redis', 'not used'),
];
const EXAMINATION = { time: '2026-11-25T23:00:00.123Z', gateway: 'http://127.0.0.1:4000', findings: FINDINGS };

test('a line a finding, with what to do below it', () => {
  expect(renderTable(EXAMINATION, false)).toBe(
    [
      'llm-gateway doctor  http://127.0.0.1:4000  2026-11-25 23:00:00 UTC',
      '',
      '✔ gateway        up 3 h',
      '! models         one is not ready',
      '                 → Wait.',
      // What others say does not steer the terminal.
      '✖ database       PostgreSQL says: [2Jgone',
      '                 → Start it.',
      '– redis          not used',
      '',
      '1 ok, 1 warning, 1 failed, 1 skipped',
      '',
    ].join('\n')
  );
});

test('in colours where they are wanted', () => {
  expect(renderTable(EXAMINATION, true)).toContain('\u001b[31m✖\u001b[39m database');
});

test.each([
  [0, FINDINGS.slice(0, 1)],
  [0, [FINDINGS[0], FINDINGS[3]]],
  [1, FINDINGS.slice(0, 2)],
  [2, FINDINGS],
])('exit code %i', (code, findings) => {
  expect(exitCode(findings as typeof FINDINGS)).toBe(code);
});
