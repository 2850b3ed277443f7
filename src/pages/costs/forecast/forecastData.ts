import { SceneDataTransformer, type CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';
import { AdminData } from '../../../scenes/queries/AdminData';
import { costsOf } from '../CostsBody';
import { askAgainByScope } from '../scope/followScope';
import { forecastFrames } from './forecastFrames';
import { askMonthDays } from './monthDays';
import { monthForecast } from './monthForecast';

/** The month so far and to come, of the costs that are shown, whatever time range the page has. */
export function forecastData(): AdminData {
  return new AdminData({
    ask: async ({ api, timeZone }, asker) =>
      forecastFrames(monthForecast(await askMonthDays(api, timeZone, costsOf(asker).state.filters, Date.now()))),
    $behaviors: [askAgainByScope],
  });
}

/** One of the frames that the page's data has. */
export function frameOf(refId: string): SceneDataTransformer {
  const pick: CustomTransformOperator = () => (source) =>
    source.pipe(map((frames) => frames.filter((frame) => frame.refId === refId)));
  return new SceneDataTransformer({ transformations: [pick] });
}
