import type { DataQueryRequest, TimeRange } from '@grafana/data';
import { SceneTimeRangeCompare, type SceneObjectUrlValues } from '@grafana/scenes';
import { calendarPeriodBefore } from './timeRange/periodBefore';

/** What the library calls the period before, in its state and in the URL. */
const PREVIOUS_PERIOD = '__previousPeriod';

/**
 * With which period the page compares, `compareWith=` in the URL. The library writes the previous period there, and takes
 * it for no period at all when it reads it again; nor does going back in the browser's history end a comparison.
 */
export class Comparison extends SceneTimeRangeCompare {
  constructor() {
    super({ hideCheckbox: true });
  }

  /** Single requests of another period have no place on the graphs. */
  getExtraQueries(request: DataQueryRequest): ReturnType<SceneTimeRangeCompare['getExtraQueries']> {
    const targets = request.targets.map((target) => ({ ...target, exemplar: false }));
    return super.getExtraQueries({ ...request, targets } as Parameters<SceneTimeRangeCompare['getExtraQueries']>[0]);
  }

  /** Undefined while nothing is compared. */
  getCompareTimeRange(range: TimeRange): TimeRange | undefined {
    const calendar = this.state.compareWith === PREVIOUS_PERIOD ? calendarPeriodBefore(range) : undefined;
    return calendar ?? super.getCompareTimeRange(range);
  }

  updateFromUrl(values: SceneObjectUrlValues): void {
    const { compareWith } = values;
    if (compareWith === PREVIOUS_PERIOD) {
      this.setState({ compareWith });
    } else if (compareWith === null) {
      this.onClearCompare();
    } else {
      super.updateFromUrl(values);
    }
  }
}
