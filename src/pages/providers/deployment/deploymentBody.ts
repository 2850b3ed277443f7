import { Column } from '../../../scenes/layout/Column';
import { grid } from '../../../scenes/layout/grid';
import { row } from '../../../scenes/layout/row';
import { ScrapeNotice } from '../../../scenes/notices/ScrapeNotice';
import { costOverTime } from '../panels/cost';
import { failingRequests } from '../panels/failingRequests';
import { callsByOutcome, errorsByType } from '../panels/failures';
import { headroom } from '../panels/headroom';
import { callHeatmap, callQuantiles } from '../panels/latency';
import { firstToken } from '../panels/streams';
import { breakerTimeline, serviceTimeline } from '../panels/timelines';
import { requestsByModel, shareOfModel } from '../panels/traffic';
import { OF_DEPLOYMENT } from '../scope';
import { DeploymentHead } from './DeploymentHead';
import { usageByModel } from './usageByModel';

/** How it stands and stood, who uses it, what goes wrong, how fast it is, and what it costs. */
export function deploymentBody(): Column {
  return new Column({
    children: [
      new ScrapeNotice(),
      new DeploymentHead({}),
      grid({ columns: [2, 1], wideFrom: 1000, rowHeight: 150 }, [
        breakerTimeline(OF_DEPLOYMENT),
        serviceTimeline(OF_DEPLOYMENT),
      ]),
      row({ height: 340 }, [{ panel: failingRequests(OF_DEPLOYMENT), minWidth: 900 }]),
      grid({ columns: [3, 2], wideFrom: 1300, rowHeight: 400 }, [
        callHeatmap(OF_DEPLOYMENT),
        callQuantiles(OF_DEPLOYMENT),
        firstToken(OF_DEPLOYMENT),
        requestsByModel(OF_DEPLOYMENT),
        shareOfModel(),
        costOverTime(OF_DEPLOYMENT, 'model'),
      ]),
      row({ height: 320 }, [
        { panel: callsByOutcome(OF_DEPLOYMENT), minWidth: 420 },
        { panel: errorsByType(OF_DEPLOYMENT), minWidth: 420 },
        { panel: headroom(OF_DEPLOYMENT), minWidth: 420 },
      ]),
      row({ height: 260 }, [{ panel: usageByModel(), minWidth: 900 }]),
    ],
  });
}
