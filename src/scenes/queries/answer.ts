import { FieldType, LoadingState, type DataFrame, type PanelData } from '@grafana/data';

/** What has become of a query: frames, once there were any, stay while it is run again. */
export type Answer =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'answered'; readonly frames: DataFrame[] };

export function readAnswer(data: PanelData | undefined): Answer {
  if (!data || data.state === LoadingState.NotStarted) {
    return { state: 'waiting' };
  }
  if (data.state === LoadingState.Error) {
    return { state: 'failed', reason: data.errors?.[0]?.message ?? '' };
  }
  if (data.state === LoadingState.Loading && data.series.length === 0) {
    return { state: 'waiting' };
  }
  return { state: 'answered', frames: data.series };
}

/** The value of each series that one of the queries answered. */
export function seriesValues(frames: readonly DataFrame[], refId: string): number[] {
  return frames
    .filter((frame) => frame.refId === refId)
    .flatMap(({ fields }) => fields.find(({ type }) => type === FieldType.number)?.values ?? [])
    .map(Number);
}

/** The sum of a column of a table; 0 of a table without rows. */
export function columnTotal(frames: readonly DataFrame[], name: string): number {
  return frames
    .flatMap(({ fields }) => fields.find((field) => field.name === name)?.values ?? [])
    .reduce((sum: number, value) => sum + Number(value ?? 0), 0);
}

/** The rows of a table that one of the queries answered, by the names of its fields. */
export function tableRows(frames: readonly DataFrame[], refId: string): Array<Record<string, unknown>> {
  return frames
    .filter((frame) => frame.refId === refId)
    .flatMap(({ fields, length }) =>
      Array.from({ length }, (_, row) => Object.fromEntries(fields.map(({ name, values }) => [name, values[row]])))
    );
}
