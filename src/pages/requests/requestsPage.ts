import { t } from '@grafana/i18n';
import type { SceneAppPage } from '@grafana/scenes';
import type { AppSettings } from '../../api/settings/appSettings';
import { ROUTES } from '../../routing/routes';
import { lazyBody } from '../../scenes/body/LazyBody';
import { connectedPage } from '../../scenes/connectedPage';

export function requestsPage(settings: AppSettings): SceneAppPage {
  return connectedPage({
    title: t('requests.title', 'Requests'),
    subTitle: t(
      'requests.subtitle',
      'Every single request: who asked what of which model, how it went and what it cost.'
    ),
    route: ROUTES.requests,
    settings,
    body: () => lazyBody(async () => (await import('./RequestsExplorer')).requestsExplorer()),
  });
}
