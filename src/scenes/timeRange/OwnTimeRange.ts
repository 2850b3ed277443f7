import { rangeUtil } from '@grafana/data';
import { SceneTimeRangeTransformerBase, type SceneTimeRangeState } from '@grafana/scenes';

type Relative = Pick<SceneTimeRangeState, 'from' | 'to'>;

/** The same time range whatever the page shows, in the page's time zone, refreshed with the page, and not in the URL. */
export class OwnTimeRange extends SceneTimeRangeTransformerBase<SceneTimeRangeState> {
  constructor(range: Relative) {
    super({ ...range, value: rangeUtil.convertRawToRange(range) });
  }

  protected ancestorTimeRangeChanged(): void {
    const { from, to } = this.state;
    this.setState({ value: rangeUtil.convertRawToRange({ from, to }, this.getTimeZone()) });
  }
}

/** Since midnight. */
export const today = () => new OwnTimeRange({ from: 'now/d', to: 'now' });

/** Since the month began. */
export const thisMonth = () => new OwnTimeRange({ from: 'now/M', to: 'now' });

/** For what is asked about this moment only. */
export const rightNow = () => new OwnTimeRange({ from: 'now-5m', to: 'now' });
