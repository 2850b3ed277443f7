import type { AppSettings } from '../../api/settings/appSettings';
import { Column } from '../../scenes/layout/Column';
import { grid } from '../../scenes/layout/grid';
import { row } from '../../scenes/layout/row';
import { LedgerNotice } from '../../scenes/notices/LedgerNotice';
import { MissingChoiceNotice } from '../../scenes/notices/MissingChoiceNotice';
import { ScrapeNotice } from '../../scenes/notices/ScrapeNotice';
import { costOverTime } from './panels/costOverTime';
import { errorRateByProvider } from './panels/errorRateByProvider';
import { latency } from './panels/latency';
import { requestsByModel } from './panels/requestsByModel';
import { requestsByProvider } from './panels/requestsByProvider';
import { timeToFirstToken } from './panels/timeToFirstToken';
import { tokensByType } from './panels/tokensByType';
import { usageByModel } from './panels/usageByModel';
import { ProviderCards } from './providers/ProviderCards';
import { standing } from './status/standing';
import { Status } from './status/Status';
import { cacheHitsTile } from './tiles/cacheHitsTile';
import { costTodayTile } from './tiles/costTodayTile';
import { errorRateTile } from './tiles/errorRateTile';
import { latencyTile } from './tiles/latencyTile';
import { requestRateTile } from './tiles/requestRateTile';
import { savedTodayTile } from './tiles/savedTodayTile';
import { timeToFirstTokenTile } from './tiles/timeToFirstTokenTile';
import { tokenRateTile } from './tiles/tokenRateTile';

/** From the state of the whole, through who answers and where it comes from, to what it costs. */
export function overviewBody(settings: AppSettings): Column {
  return new Column({
    $data: standing(),
    children: [
      new MissingChoiceNotice({ settings }),
      new ScrapeNotice(),
      new LedgerNotice(),
      new Status({}),
      grid({ columns: [8, 4], wideFrom: 1120, rowHeight: 150 }, [
        requestRateTile(),
        errorRateTile(),
        latencyTile(),
        timeToFirstTokenTile(),
        tokenRateTile(),
        costTodayTile(),
        cacheHitsTile(),
        savedTodayTile(),
      ]),
      new ProviderCards(),
      grid({ columns: [3, 2], wideFrom: 1300, rowHeight: 340 }, [
        requestsByProvider(),
        requestsByModel(),
        errorRateByProvider(),
        latency(),
        timeToFirstToken(),
        tokensByType(),
      ]),
      row({ height: 360 }, [
        { panel: usageByModel(), minWidth: 900 },
        { panel: costOverTime(), minWidth: 480 },
      ]),
    ],
  });
}
