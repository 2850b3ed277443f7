import React from 'react';
import { t } from '@grafana/i18n';
import { sceneGraph, SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { judgeScrape, SCRAPE_QUESTIONS } from '../../api/dataSources/scrape';
import { ConfigurationLink } from '../../components/ConfigurationLink';
import { FindingAlert } from '../../components/findings/FindingAlert';
import { scrapeFinding } from '../../components/findings/scrapeFinding';
import { LoadError } from '../../components/states/LoadError';
import { readAnswer, seriesValues } from '../queries/answer';
import { metricValues } from '../queries/metrics';
import { rightNow } from '../timeRange/OwnTimeRange';

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
  // A scrape under another job's name feeds the panels all the same: the Configuration page mentions it, this one not.
  const finding = scrape === 'other-job' ? undefined : scrapeFinding(scrape);
  return (
    finding && (
      <FindingAlert finding={finding}>
        <ConfigurationLink />
      </FindingAlert>
    )
  );
}
