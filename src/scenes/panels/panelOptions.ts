import type { SceneDataProvider } from '@grafana/scenes';

/** What every panel says of itself. */
export interface PanelOptions {
  readonly title: string;
  readonly description: string;
  /** Shown where there is nothing at all. */
  readonly noValue: string;
  readonly data: SceneDataProvider;
}
