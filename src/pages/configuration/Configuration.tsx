import React from 'react';
import type { AppPluginMeta } from '@grafana/data';
import { canConfigure } from '../../api/user';
import { NoAccess } from '../../components/states/NoAccess';
import { ConfigurationForm } from './ConfigurationForm';

interface Props {
  meta: AppPluginMeta;
}

/** The form, to those whom Grafana allows to save it. */
export function Configuration({ meta }: Props) {
  return canConfigure() ? <ConfigurationForm meta={meta} /> : <NoAccess />;
}
