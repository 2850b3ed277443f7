import React from 'react';
import { t } from '@grafana/i18n';
import { FieldSet } from '@grafana/ui';
import { ConnectionFields } from './config/ConnectionFields';
import { HttpFields } from './config/HttpFields';
import type { ConfigProps } from './config/props';

/** The data source's settings: where the gateway is, and the token that its admin API asks for. */
export function ConfigEditor(props: ConfigProps) {
  return (
    <>
      <FieldSet label={t('config.connection', 'Connection')}>
        <ConnectionFields {...props} />
      </FieldSet>
      <FieldSet label={t('config.http', 'HTTP and TLS')}>
        <HttpFields {...props} />
      </FieldSet>
    </>
  );
}
