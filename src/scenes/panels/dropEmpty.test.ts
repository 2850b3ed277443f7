import { FieldType, toDataFrame, type DataTransformContext } from '@grafana/data';
import { firstValueFrom, of } from 'rxjs';
import { dropEmpty } from './dropEmpty';

it('keeps frames with rows only', async () => {
  const full = toDataFrame({ fields: [{ name: 'time', type: FieldType.time, values: [1] }] });
  const frames = [toDataFrame({ fields: [] }), full];
  expect(await firstValueFrom(dropEmpty({} as DataTransformContext)(of(frames)))).toEqual([full]);
});
