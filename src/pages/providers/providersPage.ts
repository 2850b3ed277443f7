import { t } from '@grafana/i18n';
import type { SceneAppPage } from '@grafana/scenes';
import type { AppSettings } from '../../api/settings/appSettings';
import { ROUTES } from '../../routing/routes';
import { lazyBody } from '../../scenes/body/LazyBody';
import { connectedPage } from '../../scenes/connectedPage';
import { deploymentPage } from './deploymentPage';
import { providerPage } from './providerPage';

export function providersPage(settings: AppSettings): SceneAppPage {
  // Below both a provider and its deployments: one page, whichever of them is opened first.
  let provider: SceneAppPage | undefined;
  const theProvider = () => (provider ??= providerPage(settings, page));
  const page: SceneAppPage = connectedPage({
    title: t('providers.title', 'Providers'),
    subTitle: t('providers.subtitle', 'How each provider stands, how fast and how well it answers, and what it costs.'),
    route: ROUTES.providers,
    settings,
    drilldowns: [
      { routePath: 'provider', getPage: theProvider },
      { routePath: 'deployment', getPage: () => deploymentPage(settings, page, theProvider()) },
    ],
    body: () => lazyBody(async () => (await import('./list/providersBody')).providersBody(settings)),
  });
  return page;
}
