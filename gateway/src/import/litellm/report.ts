import { keyName } from '../../config/document.js';
import type { Finding, Outcome } from './finding.js';
import type { Imported } from './importLitellm.js';
import { type Mapping, kindOf, valueAt } from './values.js';

/** What became of LiteLLM's configuration, as Markdown. Names keys and kinds of values, never a value. */
export function renderReport(
  file: string,
  input: Mapping,
  { findings, variables }: Omit<Imported, 'config' | 'models'>
): string {
  const sorted = [...findings].sort(byPath);
  const of = (outcome: Outcome) => sorted.filter((finding) => finding.outcome === outcome);
  const kept = of('kept');
  const row = ({ path, to, note }: Finding): string[] => [
    keyName(path),
    kindOf(valueAt(input, path)),
    to ?? '',
    note ?? '',
  ];
  const without = (column: number) => (cells: string[]) => cells.filter((_cell, index) => index !== column);
  return [
    `# What became of ${file}`,
    summaryOf(findings),
    ...table(
      'Variables to set',
      'The configuration refers to them.',
      ['variable', 'what'],
      variables.map(({ name, what }) => [`\`${name}\``, what])
    ),
    ...table(
      'Without a counterpart',
      'These settings have no effect any more.',
      ['setting', 'value', 'what to do'],
      of('left out').map(row).map(without(2))
    ),
    ...table(
      'Kept, but not quite the same',
      '',
      ['setting', 'now', 'what is different'],
      kept
        .filter(({ note }) => note !== undefined)
        .map(row)
        .map(without(1))
    ),
    ...table(
      'In the environment',
      'Set these variables for the gateway, if you need what they are for.',
      ['setting', 'variable', 'what it is for'],
      of('environment').map(row).map(without(1))
    ),
    ...table(
      'Not needed',
      'The gateway does this without being told.',
      ['setting', 'why'],
      of('built in').map(({ path, note }) => [keyName(path), note ?? ''])
    ),
    ...table(
      'Kept',
      '',
      ['setting', 'now'],
      kept.filter(({ note }) => note === undefined).map(({ path, to }) => [keyName(path), to ?? ''])
    ),
    '',
  ].join('\n');
}

/** e.g. `12 settings: 8 kept, 1 in the environment, 1 not needed, 2 without a counterpart.` */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (outcome: Outcome) => findings.filter((finding) => finding.outcome === outcome).length;
  return `${findings.length} settings: ${count('kept')} kept, ${count('environment')} in the environment, ${count('built in')} not needed, ${count('left out')} without a counterpart.`;
}

function table(
  title: string,
  about: string,
  head: readonly string[],
  rows: ReadonlyArray<readonly string[]>
): string[] {
  if (rows.length === 0) {
    return [];
  }
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    '',
    `## ${title}`,
    ...(about === '' ? [] : ['', about]),
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
  ];
}

/** As the file has them: numbers by size, names by name. */
function byPath({ path: one }: Finding, { path: other }: Finding): number {
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const [left, right] = [one[index] as string | number, other[index] as string | number];
    if (left !== right) {
      return typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left) < String(right)
          ? -1
          : 1;
    }
  }
  return one.length - other.length;
}
