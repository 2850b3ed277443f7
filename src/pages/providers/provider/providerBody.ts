import { Column } from '../../../scenes/layout/Column';
import { grid } from '../../../scenes/layout/grid';
import { row } from '../../../scenes/layout/row';
import { ScrapeNotice } from '../../../scenes/notices/ScrapeNotice';
import { DeploymentList } from '../deployments/DeploymentList';
import { ProviderHead } from '../facts/ProviderHead';
import { costOverTime } from '../panels/cost';
import { failingRequests } from '../panels/failingRequests';
import { callsByOutcome, errorsByType, retriesByReason } from '../panels/failures';
import { fallbacksIn, fallbacksOut } from '../panels/fallbacks';
import { headroom } from '../panels/headroom';
import { callHeatmap, callQuantiles, latencyByModel } from '../panels/latency';
import { firstTokenByModel, speedByModel } from '../panels/streams';
import { breakerTimeline, healthTimeline, serviceTimeline } from '../panels/timelines';
import { requestsByModel } from '../panels/traffic';
import { OF_PROVIDER } from '../scope';
import { providerTiles } from './providerTiles';

/** How it stands and stood, how fast it is, what goes wrong, and what it costs. */
export function providerBody(): Column {
  return new Column({
    children: [
      new ScrapeNotice(),
      new ProviderHead(),
      grid({ columns: [6, 3], wideFrom: 1100, rowHeight: 130 }, providerTiles()),
      grid({ columns: [2, 1], wideFrom: 1000, rowHeight: 220 }, [
        healthTimeline(OF_PROVIDER),
        breakerTimeline(OF_PROVIDER),
        serviceTimeline(OF_PROVIDER),
        headroom(OF_PROVIDER),
      ]),
      new DeploymentList(),
      row({ height: 340 }, [{ panel: failingRequests(OF_PROVIDER), minWidth: 900 }]),
      grid({ columns: [3, 2], wideFrom: 1300, rowHeight: 400 }, [
        callHeatmap(OF_PROVIDER),
        callQuantiles(OF_PROVIDER),
        latencyByModel(OF_PROVIDER),
        firstTokenByModel(),
        speedByModel(),
        requestsByModel(OF_PROVIDER),
      ]),
      grid({ columns: [3, 2], wideFrom: 1300, rowHeight: 320 }, [
        callsByOutcome(OF_PROVIDER),
        errorsByType(OF_PROVIDER),
        retriesByReason(),
        fallbacksOut(),
        fallbacksIn(),
        costOverTime(OF_PROVIDER, 'model'),
      ]),
    ],
  });
}
