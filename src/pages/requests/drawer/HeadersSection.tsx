import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { LinkButton, Stack, Text } from '@grafana/ui';
import type { RequestDetails } from '../list/requestRow';
import { answerHeaders } from './answerHeaders';
import { CopyText } from './CopyText';
import { Facts } from './Facts';
import { Section } from './Section';
import { traceLinks } from './traceLinks';
import { AS_IT_IS } from '../../../asItIs';

/** By what the request is found elsewhere: in traces, and in the client's own log. */
export function HeadersSection({ details }: { details: RequestDetails }) {
  const { trace_id, time, duration_ms } = details;
  return (
    <>
      <Section title={t('requests.trace.title', 'Trace')}>
        {trace_id === null ? (
          <Text color="secondary">
            <Trans i18nKey="requests.trace.none">
              It has no trace: the client sent no traceparent header, and the gateway’s tracing is off.
            </Trans>
          </Text>
        ) : (
          <Trace id={trace_id} startMs={Date.parse(time)} durationMs={duration_ms} />
        )}
      </Section>
      <Section title={t('requests.headers.title', 'Headers of the answer')}>
        <Facts facts={answerHeaders(details).map(([label, value]) => ({ label, value: <code>{value}</code> }))} />
      </Section>
    </>
  );
}

function Trace({ id, startMs, durationMs }: { id: string; startMs: number; durationMs: number }) {
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <CopyText text={id} name={t('requests.trace.id', 'trace id')} />
      {traceLinks(id, startMs, durationMs).map(({ name, href }) => (
        <LinkButton key={href} size="sm" variant="secondary" icon="compass" href={href}>
          {t('requests.trace.open', 'Open in {{name}}', { name, ...AS_IT_IS })}
        </LinkButton>
      ))}
    </Stack>
  );
}
