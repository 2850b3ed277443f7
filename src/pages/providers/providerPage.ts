import { t } from '@grafana/i18n';
import type { SceneAppPage } from '@grafana/scenes';
import type { AppSettings } from '../../api/settings/appSettings';
import { ROUTES } from '../../routing/routes';
import { lazyBody } from '../../scenes/body/LazyBody';
import { connectedPage } from '../../scenes/connectedPage';
import { titledBy } from '../../scenes/titledBy';
import { UrlVariable } from '../../scenes/variables/UrlVariable';
import { PROVIDER } from './variables/names';
import { modelVariable, servedVariable } from './variables/servedModels';

/** `…/providers/provider?provider=<name>`: one provider. */
export function providerPage(settings: AppSettings, parent: SceneAppPage): SceneAppPage {
  const provider = new UrlVariable(PROVIDER);
  const page = connectedPage({
    title: t('providers.provider.title', 'Provider'),
    subTitle: t(
      'providers.provider.subtitle',
      'One provider: how it stands, what came of its calls, and its deployments.'
    ),
    route: ROUTES.providers,
    below: { parent, path: 'provider' },
    keeps: [PROVIDER],
    settings,
    variables: () => [provider, modelVariable(), servedVariable()],
    body: () => lazyBody(async () => (await import('./provider/providerBody')).providerBody()),
  });
  titledBy(page, provider);
  return page;
}
