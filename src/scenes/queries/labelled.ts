import { FieldType, type DataFrame } from '@grafana/data';

/** The last value of each series of one query, by one of its labels; series without a value are left out. */
export function labelled(frames: readonly DataFrame[], refId: string, label: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const frame of frames.filter((each) => each.refId === refId)) {
    const field = frame.fields.find(({ type }) => type === FieldType.number);
    const name = field?.labels?.[label];
    const value = field?.values.at(-1);
    if (name !== undefined && typeof value === 'number' && !Number.isNaN(value)) {
      found.set(name, value);
    }
  }
  return found;
}
