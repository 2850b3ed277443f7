import {
  SceneObjectBase,
  SceneObjectUrlSyncConfig,
  SceneVariableValueChangedEvent,
  type SceneObjectUrlValues,
  type SceneVariable,
  type SceneVariableState,
} from '@grafana/scenes';
import { VariableHide } from '@grafana/schema';

interface UrlVariableState extends SceneVariableState {
  readonly value: string;
  /** So that data sources escape what has a meaning in regular expressions. */
  readonly isMulti: true;
}

/**
 * What a page is of, e.g. the name of a provider: in the URL under the very name of the variable, set by links and
 * without a control. A URL that does not name it leaves it as it is.
 */
export class UrlVariable extends SceneObjectBase<UrlVariableState> implements SceneVariable<UrlVariableState> {
  protected _urlSync: SceneObjectUrlSyncConfig;

  constructor(name: string) {
    super({ type: 'custom', name, value: '', isMulti: true, hide: VariableHide.hideVariable });
    this._urlSync = new SceneObjectUrlSyncConfig(this, { keys: [name] });
  }

  getValue(): string {
    return this.state.value;
  }

  getUrlState(): SceneObjectUrlValues {
    return { [this.state.name]: this.state.value === '' ? null : this.state.value };
  }

  updateFromUrl(values: SceneObjectUrlValues): void {
    const value = values[this.state.name];
    if (typeof value === 'string' && value !== this.state.value) {
      this.setState({ value });
      this.publishEvent(new SceneVariableValueChangedEvent(this), true);
    }
  }
}
