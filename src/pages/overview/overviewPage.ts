import { t } from '@grafana/i18n';
import type { SceneAppPage } from '@grafana/scenes';
import type { AppSettings } from '../../api/settings/appSettings';
import { ROUTES } from '../../routing/routes';
import { lazyBody } from '../../scenes/body/LazyBody';
import { connectedPage } from '../../scenes/connectedPage';

export function overviewPage(settings: AppSettings): SceneAppPage {
  return connectedPage({
    title: t('overview.title', 'Overview'),
    subTitle: t('overview.subtitle', 'Traffic, latency, errors, tokens and cost of everything behind the gateway.'),
    route: ROUTES.overview,
    settings,
    body: () => lazyBody(async () => (await import('./overviewBody')).overviewBody(settings)),
  });
}
