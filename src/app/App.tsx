import React, { lazy, Suspense } from 'react';
import type { AppRootProps } from '@grafana/data';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { useAppSettings } from '../api/settings/settingsStore';
import { Loading } from '../components/states/Loading';
import { prefixRoute, ROUTES } from '../routing/routes';
import { FigurePages } from './FigurePages';
import { KeyboardShortcuts } from './shortcuts/KeyboardShortcuts';

/** No part of what the first page loads. */
const ConfigurationPage = lazy(() => import('../pages/configuration/ConfigurationPage'));

/** The app's root: Grafana mounts it at the plugin's base URL. */
export default function App({ meta }: AppRootProps) {
  const settings = useAppSettings(meta.jsonData);
  const configuration = (
    <Suspense fallback={<Loading />}>
      <ConfigurationPage meta={meta} />
    </Suspense>
  );
  return (
    <>
      <KeyboardShortcuts />
      <Routes>
        <Route index element={<ToOverview />} />
        <Route path={ROUTES.configuration} element={configuration} />
        <Route path="*" element={<FigurePages settings={settings} />} />
      </Routes>
    </>
  );
}

/** Keeps the query string: a link to the app may bring a time range and data sources along. */
function ToOverview() {
  const { search } = useLocation();
  return <Navigate to={{ pathname: prefixRoute(ROUTES.overview), search }} replace />;
}
