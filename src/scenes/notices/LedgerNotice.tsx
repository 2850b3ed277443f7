import React from 'react';
import { t } from '@grafana/i18n';
import { sceneGraph, SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import type { Finding } from '../../components/findings/finding';
import { FindingAlert } from '../../components/findings/FindingAlert';
import { LoadError } from '../../components/states/LoadError';
import { NoRequestsYet } from '../../components/states/NoRequestsYet';
import { columnTotal, readAnswer } from '../queries/answer';
import { usage } from '../queries/usage';
import { AS_IT_IS } from '../../asItIs';

/** Says, above the panels, what the ledger has to say about all of them: unreachable, empty, or not all of it priced. */
export class LedgerNotice extends SceneObjectBase<SceneObjectState> {
  static Component = LedgerNoticeRenderer;

  constructor() {
    super({ $data: usage({ format: 'table', measures: ['requests', 'unpriced_requests'] }) });
  }
}

function LedgerNoticeRenderer({ model }: SceneComponentProps<LedgerNotice>) {
  const { data } = sceneGraph.getData(model).useState();
  const answer = readAnswer(data);
  if (answer.state === 'waiting') {
    return null;
  }
  if (answer.state === 'failed') {
    return (
      <LoadError title={t('notices.ledger.failed', 'The gateway’s ledger cannot be read')} reason={answer.reason} />
    );
  }
  if (columnTotal(answer.frames, 'requests') === 0) {
    return <NoRequestsYet />;
  }
  const count = columnTotal(answer.frames, 'unpriced_requests');
  return count === 0 ? null : <FindingAlert finding={unpriced(count)} />;
}

function unpriced(count: number): Finding {
  return {
    severity: 'warning',
    title: t('notices.ledger.unpriced.title', 'Requests without a known price: {{count}}', { count, ...AS_IT_IS }),
    advice: t(
      'notices.ledger.unpriced.advice',
      'Their cost is unknown, not zero, and is missing in the figures below. Set prices for their models in the gateway’s configuration.'
    ),
  };
}
