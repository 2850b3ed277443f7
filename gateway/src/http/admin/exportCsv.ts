export type CsvCell = string | number | boolean | null;

/** A line of RFC 4180 with its end. What is null is left empty. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: CsvCell): string {
  if (typeof value !== 'string') {
    return value === null ? '' : String(value);
  }
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Clients choose names and tags; a spreadsheet would run one that begins like a formula, unless a ' stands before it. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Whole nano-dollars as dollars, to the last place: `0.000750000`. */
export function exactUsd(nanoUsd: number): string {
  const digits = BigInt(nanoUsd).toString().padStart(10, '0');
  return `${digits.slice(0, -9)}.${digits.slice(-9)}`;
}
