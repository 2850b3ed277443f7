import type { AppSettings } from '../../../api/settings/appSettings';
import { Column } from '../../../scenes/layout/Column';
import { grid } from '../../../scenes/layout/grid';
import { row } from '../../../scenes/layout/row';
import { LedgerNotice } from '../../../scenes/notices/LedgerNotice';
import { MissingChoiceNotice } from '../../../scenes/notices/MissingChoiceNotice';
import { ScrapeNotice } from '../../../scenes/notices/ScrapeNotice';
import { costOverTime } from '../panels/cost';
import { firstTokenByProvider, latencyByProvider, tokensByProvider } from '../panels/ofAllProviders';
import { healthTimeline } from '../panels/timelines';
import { failuresByProvider, requestsByProvider } from '../panels/traffic';
import { ProviderOverview } from './ProviderOverview';

/** From how each stands, through how it stood, to what it does and costs. */
export function providersBody(settings: AppSettings): Column {
  return new Column({
    children: [
      new MissingChoiceNotice({ settings }),
      new ScrapeNotice(),
      new LedgerNotice(),
      new ProviderOverview(),
      row({ height: 200 }, [{ panel: healthTimeline(), minWidth: 480 }]),
      grid({ columns: [3, 2], wideFrom: 1300, rowHeight: 320 }, [
        requestsByProvider(),
        failuresByProvider(),
        costOverTime({ filters: [] }, 'provider'),
        latencyByProvider(),
        firstTokenByProvider(),
        tokensByProvider(),
      ]),
    ],
  });
}
