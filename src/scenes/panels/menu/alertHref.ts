import { locationUtil, rangeUtil } from '@grafana/data';
import type { AlertQuestion } from './alertQuestions';
import type { PanelQuestion } from './panelQuestion';

const EXPRESSION = { uid: '__expr__', type: '__expr__' };

/** Grafana's form of a new alert rule, with the question filled in and a threshold left to be set. */
export function alertHref(panel: PanelQuestion, { query }: AlertQuestion): string {
  const form = {
    type: 'grafana',
    name: panel.title,
    queries: [
      {
        refId: 'A',
        queryType: query.queryType ?? '',
        datasourceUid: panel.dataSourceUid,
        relativeTimeRange: { from: secondsBack(panel), to: 0 },
        model: { ...query, refId: 'A', intervalMs: 1000, maxDataPoints: 43_200 },
      },
      expression({ refId: 'B', type: 'reduce', reducer: 'last', expression: 'A' }),
      expression({
        refId: 'C',
        type: 'threshold',
        expression: 'B',
        conditions: [{ type: 'query', evaluator: { type: 'gt', params: [0] }, query: { params: ['C'] } }],
      }),
    ],
    condition: 'C',
  };
  const { pathname, search } = window.location;
  const parameters = new URLSearchParams({
    defaults: JSON.stringify(form),
    returnTo: locationUtil.stripBaseFromUrl(pathname + search),
  });
  return locationUtil.assureBaseUrl(`/alerting/new?${parameters.toString()}`);
}

function expression(model: { refId: string } & Record<string, unknown>) {
  return {
    refId: model.refId,
    queryType: '',
    datasourceUid: EXPRESSION.uid,
    model: { ...model, datasource: EXPRESSION },
  };
}

/** As long as the panel's time range is, which for a rule ends now. */
function secondsBack({ range: { from, to } }: PanelQuestion): number {
  const ends = [from, to].map((text) =>
    rangeUtil.isRelativeTime(text) ? rangeUtil.convertRawToRange({ from: text, to: text }).from.valueOf() : Number(text)
  );
  return Math.max(60, Math.round((ends[1]! - ends[0]!) / 1000));
}
