import { SceneDataTransformer, type CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';
import { AdminData } from '../../../scenes/queries/AdminData';
import { span } from '../../../scenes/timeRange/span';
import { costsOf } from '../CostsBody';
import { askAgainByScope } from '../scope/followScope';
import { forecastFrames } from './forecastFrames';
import { askMonthDays } from './monthDays';
import { monthForecast } from './monthForecast';

/** The month so far and to come, of the costs that are shown, whatever time range the page has. */
export function forecastData(): AdminData {
  return new AdminData({
    ask: async ({ api, timeZone }, asker) => {
      const month = await askMonthDays(api, timeZone, costsOf(asker).state.filters, Date.now());
      // Not the moment after it, whose label has no room at the edge.
      const end = month.days.at(-1)!.end - 1;
      return { series: forecastFrames(monthForecast(month)), timeRange: span(month.monthStart, end) };
    },
    $behaviors: [askAgainByScope],
  });
}

/** One of the frames that the page's data has. */
export function frameOf(refId: string): SceneDataTransformer {
  const pick: CustomTransformOperator = () => (source) =>
    source.pipe(map((frames) => frames.filter((frame) => frame.refId === refId)));
  return new SceneDataTransformer({ transformations: [pick] });
}
