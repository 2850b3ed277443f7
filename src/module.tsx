import React, { Suspense, lazy } from 'react';
import { AppPlugin, type AppRootProps, type PluginConfigPageProps, type AppPluginMeta } from '@grafana/data';
import { openInApp } from './app/links/openInApp';
import { Loading } from './components/states/Loading';

const LazyApp = lazy(async () => {
  const { initTranslations } = await import('./app/initTranslations');
  await initTranslations();
  return import('./app/App');
});

const LazyConfigurationTab = lazy(async () => {
  const { initTranslations } = await import('./app/initTranslations');
  await initTranslations();
  return import('./pages/configuration/ConfigurationTab');
});

const App = (props: AppRootProps) => (
  <Suspense fallback={<Loading />}>
    <LazyApp {...props} />
  </Suspense>
);

const ConfigurationTab = (props: PluginConfigPageProps<AppPluginMeta>) => (
  <Suspense fallback={<Loading />}>
    <LazyConfigurationTab {...props} />
  </Suspense>
);

export const plugin = new AppPlugin().setRootPage(App).addLink(openInApp).addConfigPage({
  title: 'Configuration',
  icon: 'cog',
  body: ConfigurationTab,
  id: 'configuration',
});
