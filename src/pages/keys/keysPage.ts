import { lazy } from 'react';
import { t } from '@grafana/i18n';
import type { SceneAppPage } from '@grafana/scenes';
import type { AppSettings } from '../../api/settings/appSettings';
import { ROUTES } from '../../routing/routes';
import { reactBody } from '../../scenes/body/ReactBody';
import { gatewayPage } from '../../scenes/gatewayPage';

export function keysPage(settings: AppSettings): SceneAppPage {
  return gatewayPage({
    title: t('keys.title', 'Keys and teams'),
    subTitle: t('keys.subtitle', 'Who may send requests, who pays for them, and what they are held to.'),
    route: ROUTES.keys,
    settings,
    body: () => reactBody(lazy(() => import('./KeysAndTeams'))),
  });
}
