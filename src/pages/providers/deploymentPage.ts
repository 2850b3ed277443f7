import { t } from '@grafana/i18n';
import type { SceneAppPage } from '@grafana/scenes';
import type { AppSettings } from '../../api/settings/appSettings';
import { ROUTES } from '../../routing/routes';
import { lazyBody } from '../../scenes/body/LazyBody';
import { connectedPage } from '../../scenes/connectedPage';
import { titledBy } from '../../scenes/titledBy';
import { UrlVariable } from '../../scenes/variables/UrlVariable';
import { DEPLOYMENT, PROVIDER } from './variables/names';

/**
 * `…/providers/deployment?provider=<name>&deployment=<provider/model>`: one model of a provider.
 * @param parent of whose address it is
 * @param up the provider's page, which the way up leads to
 */
export function deploymentPage(settings: AppSettings, parent: SceneAppPage, up: SceneAppPage): SceneAppPage {
  const [provider, deployment] = [new UrlVariable(PROVIDER), new UrlVariable(DEPLOYMENT)];
  const page = connectedPage({
    title: t('providers.deployment.title', 'Deployment'),
    subTitle: t(
      'providers.deployment.subtitle',
      'One model of a provider: how it stands, what it is asked, and what it costs.'
    ),
    route: ROUTES.providers,
    below: { parent, path: 'deployment' },
    keeps: [PROVIDER, DEPLOYMENT],
    settings,
    variables: () => [provider, deployment],
    body: () => lazyBody(async () => (await import('./deployment/deploymentBody')).deploymentBody()),
  });
  page.setState({ getParentPage: () => up });
  titledBy(page, deployment);
  titledBy(page, provider, [up]);
  return page;
}
