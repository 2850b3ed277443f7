import React, { Suspense, type ComponentType } from 'react';
import {
  sceneGraph,
  SceneObjectBase,
  VariableDependencyConfig,
  type SceneComponentProps,
  type SceneObjectState,
} from '@grafana/scenes';
import { Loading } from '../../components/states/Loading';
import { GATEWAY_VARIABLE } from '../variables/names';

export interface ReactBodyProps {
  /** The uid of the gateway's data source that is chosen on the page: what `gatewayApi` is called with. */
  gatewayUid: string;
}

interface ReactBodyState extends SceneObjectState {
  body: ComponentType<ReactBodyProps>;
}

/** A React component as the body of a page. It begins anew when another gateway is chosen. */
export class ReactBody extends SceneObjectBase<ReactBodyState> {
  static Component = ReactBodyRenderer;

  protected _variableDependency = new VariableDependencyConfig(this, { variableNames: [GATEWAY_VARIABLE] });
}

/** `reactBody(lazy(() => import('./Keys')))` keeps the component out of what the first page loads. */
export function reactBody(body: ComponentType<ReactBodyProps>): ReactBody {
  return new ReactBody({ body });
}

function ReactBodyRenderer({ model }: SceneComponentProps<ReactBody>) {
  const { body: Body } = model.useState();
  // Before it is settled it may name a data source that is gone.
  if (sceneGraph.hasVariableDependencyInLoadingState(model)) {
    return <Loading />;
  }
  const gatewayUid = String(sceneGraph.lookupVariable(GATEWAY_VARIABLE, model)?.getValue() ?? '');
  return (
    <Suspense fallback={<Loading />}>
      <Body key={gatewayUid} gatewayUid={gatewayUid} />
    </Suspense>
  );
}
