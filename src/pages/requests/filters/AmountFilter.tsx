import React from 'react';
import { t } from '@grafana/i18n';
import { TextFilter } from './TextFilter';

interface Props {
  label: string;
  prefix?: string;
  suffix?: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

/** A least amount; 0 or nothing keeps all. */
export function AmountFilter({ label, prefix, suffix, value, onChange }: Props) {
  return (
    <TextFilter
      label={label}
      placeholder={t('requests.filters.any-amount', 'Any')}
      prefix={prefix}
      suffix={suffix}
      width={16}
      value={value === undefined ? '' : String(value)}
      check={(text) =>
        /^\d{1,12}(\.\d{1,12})?$/.test(text)
          ? undefined
          : t('requests.filters.not-a-number', 'Write a number such as 0.25 or 1500.')
      }
      onChange={(text) => onChange(Number(text) > 0 ? Number(text) : undefined)}
    />
  );
}
