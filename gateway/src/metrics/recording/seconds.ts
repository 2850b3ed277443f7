const MS_PER_SECOND = 1000;

export function seconds(milliseconds: number): number {
  return milliseconds / MS_PER_SECOND;
}
