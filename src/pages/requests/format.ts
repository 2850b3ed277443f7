import { dateTimeFormat, formattedValueToString, getValueFormat } from '@grafana/data';

/** Milliseconds, in the unit that suits them. */
export function duration(ms: number): string {
  return formattedValueToString(getValueFormat('ms')(ms, ms < 10 ? 2 : ms < 1000 ? 0 : 2));
}

/** Dollars with as many places as it takes to tell a small amount from another. */
export function usd(amount: number): string {
  const places = amount === 0 || amount >= 1 ? 2 : Math.min(9, 2 - Math.floor(Math.log10(amount)));
  return `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: places })}`;
}

/** Nano-dollars as dollars, to the last place. */
export function exactUsd(nanoUsd: number): string {
  const digits = String(nanoUsd).padStart(10, '0');
  return `$${digits.slice(0, -9)}.${digits.slice(-9)}`;
}

export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** To the millisecond. */
export function moment(time: number, timeZone: string): string {
  return dateTimeFormat(time, { timeZone, defaultWithMS: true });
}
