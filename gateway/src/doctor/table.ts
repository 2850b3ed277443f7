import { styleText } from 'node:util';

import type { Examination } from './examine.js';
import { type Finding, PARTS, type Status } from './finding.js';
import { counts } from './verdict.js';

type Style = Parameters<typeof styleText>[0];

const MARKS: Readonly<Record<Status, readonly [mark: string, style: Style]>> = {
  ok: ['✔', 'green'],
  warning: ['!', 'yellow'],
  failed: ['✖', 'red'],
  skipped: ['–', 'gray'],
};

const WIDTH = Math.max(...PARTS.map(({ length }) => length));
/** What stands before a message: a mark, a part, and spaces. */
const INDENT = ' '.repeat(WIDTH + 4);

/** What was found, for people. @param colours whether the terminal shows them */
export function renderTable({ time, gateway, findings }: Examination, colours: boolean): string {
  // It is decided already whether there are colours.
  const paint = (style: Style, text: string): string =>
    colours ? styleText(style, text, { validateStream: false }) : text;
  const line = ({ part, status, message, advice }: Finding): string => {
    const [mark, style] = MARKS[status];
    const said = status === 'skipped' ? paint('gray', oneLine(message)) : oneLine(message);
    const told = `${paint(style, mark)} ${part.padEnd(WIDTH)}  ${said}`;
    return advice === undefined ? told : `${told}\n${INDENT}${paint('cyan', `→ ${oneLine(advice)}`)}`;
  };
  const { ok, warning, failed, skipped } = counts(findings);
  const sum = [
    paint('green', `${ok} ok`),
    ...(warning > 0 ? [paint('yellow', `${warning} ${warning === 1 ? 'warning' : 'warnings'}`)] : []),
    ...(failed > 0 ? [paint('red', `${failed} failed`)] : []),
    ...(skipped > 0 ? [paint('gray', `${skipped} skipped`)] : []),
  ];
  const head = paint('bold', `llm-gateway doctor  ${gateway}  ${time.slice(0, 19).replace('T', ' ')} UTC`);
  return `${head}\n\n${findings.map(line).join('\n')}\n\n${sum.join(', ')}\n`;
}

/** Messages quote others, who may write what a terminal obeys. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
