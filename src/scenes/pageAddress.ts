import type { SceneAppDrilldownView, SceneAppPageLike, SceneAppPageState } from '@grafana/scenes';
import type { AppSettings } from '../api/settings/appSettings';
import { prefixRoute, type Route } from '../routing/routes';
import { EVENTS_URL_KEY } from './annotations/EventsControl';
import { GATEWAY_VARIABLE, PROMETHEUS_VARIABLE } from './variables/names';

/** What a page is called, where it is, and what lies below it. */
export interface PageAddress {
  readonly title: string;
  readonly subTitle: string;
  readonly route: Route;
  /** Its data sources are chosen until the URL or the user says otherwise. */
  readonly settings: AppSettings;
  /** Of a page below another one: the path after the parent's, e.g. `provider` of `/providers/provider`. */
  readonly below?: { readonly parent: SceneAppPageLike; readonly path: string };
  /** Pages below this one. A `routePath` ends in `/*` where there are more below that. */
  readonly drilldowns?: SceneAppDrilldownView[];
  /** What the URL keeps when somebody goes back up to this page, besides what every page shares. */
  readonly keeps?: readonly string[];
}

/** In the URL of every page: who goes from one to the next keeps them. */
export const SHARED_URL_KEYS = [
  'from',
  'to',
  'timezone',
  'refresh',
  'compareWith',
  EVENTS_URL_KEY,
  `var-${GATEWAY_VARIABLE}`,
  `var-${PROMETHEUS_VARIABLE}`,
];

type AddressState = Pick<
  SceneAppPageState,
  'title' | 'subTitle' | 'url' | 'routePath' | 'drilldowns' | 'getParentPage' | 'preserveUrlKeys'
>;

export function pageAddress({ title, subTitle, route, below, drilldowns, keeps = [] }: PageAddress): AddressState {
  const path = below ? below.path : route;
  return {
    title,
    subTitle,
    url: below ? `${below.parent.state.url}/${below.path}` : prefixRoute(route),
    routePath: drilldowns ? `${path}/*` : path,
    drilldowns,
    getParentPage: below && (() => below.parent),
    preserveUrlKeys: [...SHARED_URL_KEYS, ...keeps],
  };
}
