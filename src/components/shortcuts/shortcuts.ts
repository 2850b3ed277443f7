import { t } from '@grafana/i18n';
import type { Route } from '../../routing/routes';

/**
 * The first key of all of them: Grafana itself has `g …` (also `g a` and `g p`), `c …` and `t …`, and nothing that begins
 * with this one.
 */
export const SHORTCUT_PREFIX = 'l';

/** The second key of the help sheet. `?` alone is Grafana's own. */
export const HELP_KEY = '?';

/** From one request that is open to the next: one key each, as in lists elsewhere. */
export const REQUEST_KEYS = { older: 'j', newer: 'k' };

/** The second key of each page. */
export const PAGE_KEYS: Readonly<Record<Route, string>> = {
  overview: 'o',
  providers: 'p',
  costs: 'c',
  requests: 'r',
  keys: 'k',
  alerts: 'a',
  configuration: 's',
};

export function shortcutLabel(route: Route): string {
  switch (route) {
    case 'overview':
      return t('shortcuts.overview', 'Go to Overview');
    case 'providers':
      return t('shortcuts.providers', 'Go to Providers');
    case 'costs':
      return t('shortcuts.costs', 'Go to Costs');
    case 'requests':
      return t('shortcuts.requests', 'Go to Requests');
    case 'keys':
      return t('shortcuts.keys', 'Go to Keys and teams');
    case 'alerts':
      return t('shortcuts.alerts', 'Go to Alerts');
    case 'configuration':
      return t('shortcuts.configuration', 'Go to Configuration');
  }
}
