import type { CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';

/** No frame without rows: some panels would say that it has no time, and not that there is nothing. */
export const dropEmpty: CustomTransformOperator = () => (source) =>
  source.pipe(map((frames) => frames.filter(({ length }) => length > 0)));
