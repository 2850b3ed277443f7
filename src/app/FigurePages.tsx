import React from 'react';
import { PluginPage } from '@grafana/runtime';
import { useParams } from 'react-router-dom';
import type { AppSettings } from '../api/settings/appSettings';
import { NotConnected } from '../components/states/NotConnected';
import { missingConnections } from './missingConnections';
import { sceneAppFor } from './sceneApp';

interface Props {
  settings: AppSettings;
}

/** The pages that ask data sources, or what is missing for there to be anything to show. */
export function FigurePages({ settings }: Props) {
  const { '*': path = '' } = useParams();
  const missing = missingConnections(path.split('/')[0]!);
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
