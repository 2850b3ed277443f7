import { SceneReactObject } from '@grafana/scenes';
import { ShortcutsButton } from '../components/shortcuts/ShortcutsButton';

/** Among the controls of a page. */
export function shortcutsControl(): SceneReactObject {
  return new SceneReactObject({ component: ShortcutsButton });
}
