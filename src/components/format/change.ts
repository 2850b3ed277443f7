/** How much more or less, as a share with its sign. Nothing is no share of anything: undefined then. */
export function changeText(now: number, before: number): string | undefined {
  if (before === 0) {
    return now === 0 ? '±0 %' : undefined;
  }
  return `${signed((now / before - 1) * 100)} %`;
}

/** Shares differ in points: twice an error rate of a tenth of a percent is no drama. */
export function pointsText(now: number, before: number): string {
  return signed((now - before) * 100);
}

/** With a place after the point where it is small enough for one to matter. */
function signed(value: number): string {
  const text = Math.abs(value).toFixed(Math.abs(value) < 10 ? 1 : 0);
  const sign = Number(text) === 0 ? '±' : value > 0 ? '+' : '−';
  return `${sign}${Number(text) === 0 ? '0' : text}`;
}
