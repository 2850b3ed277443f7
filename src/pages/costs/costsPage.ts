import { t } from '@grafana/i18n';
import type { SceneAppPage } from '@grafana/scenes';
import type { AppSettings } from '../../api/settings/appSettings';
import { ROUTES } from '../../routing/routes';
import { lazyBody } from '../../scenes/body/LazyBody';
import { connectedPage } from '../../scenes/connectedPage';

export function costsPage(settings: AppSettings): SceneAppPage {
  return connectedPage({
    title: t('costs.title', 'Costs'),
    subTitle: t(
      'costs.subtitle',
      'What everything behind the gateway costs, whom it is for, and whether it will last.'
    ),
    route: ROUTES.costs,
    settings,
    begin: { from: 'now/M', refresh: '1m' },
    body: () => lazyBody(async () => (await import('./buildCosts')).buildCosts(settings)),
  });
}
