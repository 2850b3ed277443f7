import {
  EmbeddedScene,
  SceneControlsSpacer,
  type SceneAppPage,
  SceneVariableSet,
  VariableValueSelectors,
  type SceneObject,
} from '@grafana/scenes';
import { AppPage } from './AppPage';
import { pageAddress, type PageAddress } from './pageAddress';
import { shortcutsControl } from './shortcutsControl';
import { gatewayVariable } from './variables/gatewayVariable';

export interface GatewayPageOptions extends PageAddress {
  /** `reactBody(lazy(() => import('./Keys')))` */
  readonly body: () => SceneObject;
}

/** A page that asks nothing but a gateway's admin API: the gateway is chosen on it, and there is neither Prometheus nor time. */
export function gatewayPage(options: GatewayPageOptions): SceneAppPage {
  return new AppPage({
    ...pageAddress(options),
    $variables: new SceneVariableSet({ variables: [gatewayVariable(options.settings.gatewayUid)] }),
    getScene: () =>
      new EmbeddedScene({
        controls: [new VariableValueSelectors({}), new SceneControlsSpacer(), shortcutsControl()],
        body: options.body(),
      }),
  });
}
