import React from 'react';
import { t } from '@grafana/i18n';
import { Badge, type BadgeColor } from '@grafana/ui';
import type { ProviderHealth } from './providerHealth';

interface Props {
  health: ProviderHealth;
}

export function ProviderHealthBadge({ health }: Props) {
  const [color, text, tooltip] = look(health);
  return <Badge color={color} text={text} tooltip={tooltip} />;
}

function look(health: ProviderHealth): [BadgeColor, string, string] {
  switch (health) {
    case 'healthy':
      return [
        'green',
        t('providers.health.healthy', 'Healthy'),
        t('providers.health.healthy-note', 'The last call to it succeeded.'),
      ];
    case 'failing':
      return [
        'red',
        t('providers.health.failing', 'Failing'),
        t(
          'providers.health.failing-note',
          'The last call to it failed, or a circuit breaker is open. Test it to see why.'
        ),
      ];
    case 'unknown':
      return [
        'darkgrey',
        t('providers.health.unknown', 'Not called yet'),
        t('providers.health.unknown-note', 'This replica has not called it since it started.'),
      ];
    case 'disabled':
      return [
        'darkgrey',
        t('providers.health.disabled', 'Disabled'),
        t('providers.health.disabled-note', 'It gets no requests, and its health is not checked.'),
      ];
    case 'unused':
      return [
        'orange',
        t('providers.health.unused', 'Unused'),
        t('providers.health.unused-note', 'No model has a deployment of it: add one under Models.'),
      ];
  }
}
