import { t } from '@grafana/i18n';
import type { SceneAppPage } from '@grafana/scenes';
import type { AppSettings } from '../../api/settings/appSettings';
import { ROUTES } from '../../routing/routes';
import { connectedPage } from '../../scenes/connectedPage';
import { overviewBody } from './overviewBody';

export function overviewPage(settings: AppSettings): SceneAppPage {
  return connectedPage({
    title: t('overview.title', 'Overview'),
    subTitle: t('overview.subtitle', 'Traffic, latency, errors, tokens and cost of everything behind the gateway.'),
    route: ROUTES.overview,
    settings,
    body: () => overviewBody(settings),
  });
}
