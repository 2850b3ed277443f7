import React from 'react';
import { t } from '@grafana/i18n';
import { sceneGraph, SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { isStarting, judgeScrape, SCRAPE_QUESTIONS, type Scrape } from '../../api/dataSources/scrape';
import { scrapeIntervalMs } from '../../api/dataSources/scrapeInterval';
import { ConfigurationLink } from '../../components/ConfigurationLink';
import { FindingAlert } from '../../components/findings/FindingAlert';
import { scrapeFinding } from '../../components/findings/scrapeFinding';
import { LoadError } from '../../components/states/LoadError';
import { readAnswer, seriesValues } from '../queries/answer';
import { metricValues } from '../queries/metrics';
import { useAdminAnswer } from '../queries/useAdminAnswer';
import { rightNow } from '../timeRange/OwnTimeRange';
import { PROMETHEUS_VARIABLE } from '../variables/names';

/** Says, above the panels, why those fed by metrics are empty: Prometheus unreachable, or it does not scrape the gateway. */
export class ScrapeNotice extends SceneObjectBase<SceneObjectState> {
  static Component = ScrapeNoticeRenderer;

  constructor() {
    // Whatever the page shows: what Prometheus did last week cannot be mended.
    super({ $data: metricValues(SCRAPE_QUESTIONS), $timeRange: rightNow() });
  }
}

function ScrapeNoticeRenderer({ model }: SceneComponentProps<ScrapeNotice>) {
  const { data } = sceneGraph.getData(model).useState();
  const answer = readAnswer(data);
  if (answer.state === 'waiting') {
    return null;
  }
  if (answer.state === 'failed') {
    return <LoadError title={t('notices.scrape.failed', 'Prometheus cannot be queried')} reason={answer.reason} />;
  }
  const scrape = judgeScrape({
    targets: seriesValues(answer.frames, 'targets'),
    gateways: seriesValues(answer.frames, 'gateways'),
  });
  switch (scrape) {
    case 'scraped':
    // It feeds the panels all the same: the Configuration page mentions it, this one not.
    case 'other-job':
      return null;
    default:
      return <Unscraped part={model} scrape={scrape} />;
  }
}

/** Right after a start nothing is wrong yet: only the gateway knows whether that is so. */
function Unscraped({ part, scrape }: { part: ScrapeNotice; scrape: Scrape }) {
  const intervalMs = scrapeIntervalMs(sceneGraph.interpolate(part, `\${${PROMETHEUS_VARIABLE}}`));
  const starting = useAdminAnswer(part, 'status', async ({ api }) => {
    const { started_at: startedAt } = await api.get('/status');
    return isStarting({ startedAt: Date.parse(startedAt), now: Date.now(), intervalMs });
  });
  if (starting.state === 'waiting') {
    return null;
  }
  const isWaiting = starting.state === 'answered' && starting.value;
  const finding = scrapeFinding(isWaiting ? 'starting' : scrape);
  return finding && <FindingAlert finding={finding}>{!isWaiting && <ConfigurationLink />}</FindingAlert>;
}
