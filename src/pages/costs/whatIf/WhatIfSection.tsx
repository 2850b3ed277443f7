import React from 'react';
import { t } from '@grafana/i18n';
import {
  SceneObjectBase,
  SceneObjectUrlSyncConfig,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { Answered } from '../../../components/states/Answered';
import { useAdminAnswer, useGatewayUid } from '../../../scenes/queries/useAdminAnswer';
import { costsOf } from '../CostsBody';
import { SectionPanel } from '../../../components/SectionPanel';
import { askWhatIf, type WhatIfTarget } from './askWhatIf';
import { WhatIfFigures } from './WhatIfFigures';
import { WhatIfForm } from './WhatIfForm';

interface WhatIfSectionState extends SceneObjectState {
  /** In the URL. */
  readonly target: WhatIfTarget;
}

/** What the requests of the page would have cost with another model or at another provider. */
export class WhatIfSection extends SceneObjectBase<WhatIfSectionState> {
  static Component = WhatIfSectionRenderer;

  protected _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['to-provider', 'to-model'] });

  constructor() {
    super({ target: { provider: '', model: '' } });
  }

  getUrlState(): SceneObjectUrlValues {
    const { provider, model } = this.state.target;
    return { 'to-provider': provider || undefined, 'to-model': model || undefined };
  }

  updateFromUrl({ 'to-provider': provider, 'to-model': model }: SceneObjectUrlValues): void {
    const text = (value: typeof provider) => (typeof value === 'string' ? value : '');
    this.setState({ target: { provider: text(provider), model: text(model) } });
  }
}

function WhatIfSectionRenderer({ model }: SceneComponentProps<WhatIfSection>) {
  const { target } = model.useState();
  const uid = useGatewayUid(model);
  return (
    <SectionPanel
      title={t('costs.what-if.title', 'What if')}
      description={t(
        'costs.what-if.description',
        'The tokens of the requests that are shown, at the prices now in force for another model, another provider or both. Whether another model would have used as many tokens nobody knows. Worked out by the gateway, exactly.'
      )}
    >
      <WhatIfForm gatewayUid={uid} target={target} onChange={(next) => model.setState({ target: next })} />
      {target.provider === '' && target.model === '' ? (
        <p>{t('costs.what-if.choose', 'Choose a provider, a model, or both, to price these requests with.')}</p>
      ) : (
        <Repriced model={model} />
      )}
    </SectionPanel>
  );
}

function Repriced({ model }: SceneComponentProps<WhatIfSection>) {
  const { target } = model.useState();
  const { filters } = costsOf(model).useState();
  const answer = useAdminAnswer(model, JSON.stringify([target, filters]), (question) =>
    askWhatIf(question, target, filters)
  );
  return (
    <Answered answer={answer} failed={t('costs.what-if.failed', 'These requests cannot be priced')}>
      {(whatIf) => <WhatIfFigures whatIf={whatIf} />}
    </Answered>
  );
}
