import React from 'react';
import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import type { UsageDimension } from '@llm-gateway/catalogue';
import { dimensionLabel } from '../filters/dimensionLabel';
import type { RequestDetails } from '../list/requestRow';
import { Facts } from './Facts';
import { Section } from './Section';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  details: RequestDetails;
  onFilter: (name: UsageDimension, value: string) => void;
}

const DIMENSIONS = ['key', 'team', 'user', 'model', 'provider', 'deployment'] as const;

/** Whose request it was, by which more of its kind are found. */
export function AttributionSection({ details, onFilter }: Props) {
  const dimensions = DIMENSIONS.flatMap((name) => {
    const value = details[name];
    return value === null
      ? []
      : [{ label: dimensionLabel(name), value: <FilterButton {...{ name, value, onFilter }} /> }];
  });
  const tags = Object.entries(details.tags).map(([name, value]) => ({
    label: t('requests.attribution.tag', 'Tag {{name}}', { name, ...AS_IT_IS }),
    value,
  }));
  return (
    <Section title={t('requests.attribution.title', 'Attribution')}>
      <Facts facts={[...dimensions, ...tags]} />
    </Section>
  );
}

interface FilterButtonProps {
  name: UsageDimension;
  value: string;
  onFilter: (name: UsageDimension, value: string) => void;
}

function FilterButton({ name, value, onFilter }: FilterButtonProps) {
  return (
    <Button
      fill="text"
      size="sm"
      style={{ padding: 0, height: 'auto', textAlign: 'left' }}
      tooltip={t('requests.attribution.filter', 'Only requests with this')}
      onClick={() => onFilter(name, value)}
    >
      {value}
    </Button>
  );
}
