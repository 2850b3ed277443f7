import { lazy } from 'react';
import { t } from '@grafana/i18n';
import type { SceneAppPage } from '@grafana/scenes';
import type { AppSettings } from '../../api/settings/appSettings';
import { ROUTES } from '../../routing/routes';
import { reactBody } from '../../scenes/body/ReactBody';
import { gatewayPage } from '../../scenes/gatewayPage';

export function alertsPage(settings: AppSettings): SceneAppPage {
  return gatewayPage({
    title: t('alerts.title', 'Alerts'),
    subTitle: t(
      'alerts.subtitle',
      'The rules that watch the gateway, as Grafana Alerting evaluates them, and a drill to see that they do.'
    ),
    route: ROUTES.alerts,
    settings,
    body: () => reactBody(lazy(async () => ({ default: (await import('./Alerts')).Alerts }))),
  });
}
