import type { DataQueryRequest } from '@grafana/data';
import { SceneAppPage, type SceneObject } from '@grafana/scenes';
import { APP_ID } from '@llm-gateway/catalogue';

/**
 * A page whose part of the URL is its own. All pages have variables of the same names; to scenes, which look through the
 * whole app, those of the second page would be `var-gateway-2`, and no link from elsewhere would reach them.
 */
export class AppPage extends SceneAppPage {
  getRoot(): SceneObject {
    return this;
  }

  /** The app, which its queries name, is above the root. */
  enrichDataRequest(_source: SceneObject): Partial<DataQueryRequest> | null {
    return { app: APP_ID };
  }
}
