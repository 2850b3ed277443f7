/** How a budget of ours begins anew. */
export type PeriodDraft = { readonly period: 'daily' | 'weekly' | 'monthly' } | { readonly window: string };

const WORDS: Readonly<Record<string, string>> = { hourly: '1h', daily: '1d', weekly: '7d', monthly: '30d' };
const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };
const MINUTE = 60;

/**
 * LiteLLM's budget_duration, such as 30d: what lasts a day, a week or a month goes by the calendar, the rest is a
 * rolling window. Undefined for what LiteLLM does not read either.
 */
export function readDuration(text: string): PeriodDraft | undefined {
  const [, digits, unit = ''] = /^(\d{1,6})(mo|[smhdw])$/.exec(WORDS[text.toLowerCase()] ?? text) ?? [];
  const count = Number(digits);
  if (!(count > 0)) {
    return undefined;
  }
  if (unit === 'mo') {
    return count === 1 ? { period: 'monthly' } : { window: `${count * 30}d` };
  }
  const seconds = count * (UNIT_SECONDS[unit] ?? 0);
  switch (seconds) {
    case 86_400:
      return { period: 'daily' };
    case 604_800:
      return { period: 'weekly' };
    case 30 * 86_400:
      return { period: 'monthly' };
  }
  const minutes = Math.ceil(seconds / MINUTE);
  const length =
    minutes % 1_440 === 0 ? `${minutes / 1_440}d` : minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
  return /^[1-9]\d{0,6}[mhd]$/.test(length) ? { window: length } : undefined;
}
