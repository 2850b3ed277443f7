import React from 'react';
import { PluginPage } from '@grafana/runtime';
import type { AppSettings } from '../api/settings/appSettings';
import { NotConnected } from '../components/states/NotConnected';
import { missingConnections } from './missingConnections';
import { sceneAppFor } from './sceneApp';

interface Props {
  settings: AppSettings;
}

/** The pages that show figures, or what is missing for there to be any. */
export function FigurePages({ settings }: Props) {
  const missing = missingConnections();
  if (missing.length > 0) {
    return (
      <PluginPage>
        <NotConnected missing={missing} />
      </PluginPage>
    );
  }
  const app = sceneAppFor(settings);
  return <app.Component model={app} />;
}
