import React from 'react';
import { t } from '@grafana/i18n';
import {
  NewSceneObjectAddedEvent,
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObject,
  type SceneObjectState,
} from '@grafana/scenes';
import { FindingAlert } from '../../components/findings/FindingAlert';
import { Loading } from '../../components/states/Loading';
import { errorMessage } from '../../api/grafana';

interface LazyBodyState extends SceneObjectState {
  body?: SceneObject;
  /** Why the body could not be loaded. */
  failure?: string;
}

/** A page's body that is loaded when the page is first looked at. What it keeps in the URL is read then. */
export class LazyBody extends SceneObjectBase<LazyBodyState> {
  static Component = LazyBodyRenderer;

  constructor(private readonly load: () => Promise<SceneObject>) {
    super({});
    this.addActivationHandler(() => void this.begin());
  }

  private async begin(): Promise<void> {
    if (this.state.body) {
      return;
    }
    try {
      const body = await this.load();
      this.setState({ body, failure: undefined });
      this.publishEvent(new NewSceneObjectAddedEvent(body), true);
    } catch (thrown) {
      this.setState({ failure: errorMessage(thrown) });
    }
  }
}

/** `lazyBody(async () => (await import('./costsBody')).costsBody())` keeps a page out of what the first one loads. */
export function lazyBody(load: () => Promise<SceneObject>): LazyBody {
  return new LazyBody(load);
}

function LazyBodyRenderer({ model }: SceneComponentProps<LazyBody>) {
  const { body, failure } = model.useState();
  if (body) {
    return <body.Component model={body} />;
  }
  if (failure === undefined) {
    return <Loading />;
  }
  return (
    <FindingAlert
      finding={{
        severity: 'error',
        title: t('page.not-loaded', 'This page could not be loaded. Reload it in the browser.'),
        advice: failure,
      }}
    />
  );
}
