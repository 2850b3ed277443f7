import { dateTime } from '@grafana/data';
import { SceneTimeRangeTransformerBase, type SceneTimeRangeState } from '@grafana/scenes';

/** The time range that what is shown is of, as its figures say, whatever the page's is. Not in the URL. */
export class ShownTimeRange extends SceneTimeRangeTransformerBase<SceneTimeRangeState> {
  constructor() {
    super({ from: '', to: '', ...spanOf(Date.now() - 1, Date.now()) });
  }

  /** Epoch milliseconds. */
  show(from: number, to: number): void {
    if (this.state.value.from.valueOf() !== from || this.state.value.to.valueOf() !== to) {
      this.setState(spanOf(from, to));
    }
  }

  protected ancestorTimeRangeChanged(): void {
    // Goes by what it was told to show.
  }
}

function spanOf(start: number, end: number): Pick<SceneTimeRangeState, 'value'> {
  const [from, to] = [dateTime(start), dateTime(end)];
  return { value: { from, to, raw: { from, to } } };
}
