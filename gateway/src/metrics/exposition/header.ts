import { escapeHelp } from './escape.js';
import type { Format } from './format.js';

const TOTAL = '_total';

/**
 * The lines before a family's samples. In OpenMetrics a counter is named without `_total`, which its samples must have:
 * one whose samples have other names is of unknown type there.
 */
export function header(name: string, type: string, help: string, format: Format): string {
  const counter = format === 'openmetrics' && type === 'counter';
  const total = counter && name.endsWith(TOTAL);
  const family = total ? name.slice(0, -TOTAL.length) : name;
  const told = counter && !total ? 'unknown' : type;
  return `# HELP ${family} ${escapeHelp(help)}\n# TYPE ${family} ${told}\n`;
}
