import React from 'react';
import { t } from '@grafana/i18n';
import { duration } from '../format';
import type { RequestDetails } from '../list/requestRow';
import { Facts, type Fact } from './Facts';
import { Section } from './Section';
import { tokensPerSecond } from './timings';
import { AS_IT_IS } from '../../../asItIs';

/** Where the time went. What a request had not, as a queue, is left out. */
export function TimingsSection({ details }: { details: RequestDetails }) {
  const { queued_ms, overhead_ms, first_token_ms, duration_ms } = details;
  const speed = tokensPerSecond(details);
  const time = (label: string, ms: number | null): Fact[] => (ms === null ? [] : [{ label, value: duration(ms) }]);
  return (
    <Section title={t('requests.timings.title', 'Timings')}>
      <Facts
        facts={[
          ...time(t('requests.timings.queued', 'Waited in the queue'), queued_ms),
          ...time(t('requests.timings.overhead', 'Until the first call'), overhead_ms),
          ...time(t('requests.timings.first-token', 'Time to first token'), first_token_ms),
          ...time(t('requests.timings.total', 'Total'), duration_ms),
          ...(speed === undefined
            ? []
            : [
                {
                  label: t('requests.timings.speed', 'Speed of the stream'),
                  value: t('requests.timings.tokens-per-second', '{{speed}} tokens/s', {
                    speed: speed.toFixed(1),
                    ...AS_IT_IS,
                  }),
                },
              ]),
        ]}
      />
    </Section>
  );
}
