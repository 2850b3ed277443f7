import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import { Command } from '../../../components/Command';
import type { RequestDetails } from '../list/requestRow';
import { readable } from './readable';
import { Section } from './Section';

const KEEP = ['ledger:', '  contents:', '    store: errors # or all'].join('\n');

/** Prompt and answer where they are kept, else how to have them kept. */
export function ContentSection({ content }: { content: RequestDetails['content'] }) {
  return (
    <Section title={t('requests.content.title', 'Prompt and answer')}>
      {content === null ? (
        <Stack direction="column" gap={1}>
          <Text color="secondary">
            <Trans i18nKey="requests.content.not-kept">
              They were not kept. The gateway keeps them from now on, with secrets taken out, when its configuration
              says so:
            </Trans>
          </Text>
          <Command text={KEEP} />
        </Stack>
      ) : (
        <Stack direction="column" gap={2}>
          <Part title={t('requests.content.prompt', 'Prompt')} text={content.request} />
          {content.response === null ? (
            <Text color="secondary">
              <Trans i18nKey="requests.content.no-answer">There was no answer.</Trans>
            </Text>
          ) : (
            <Part title={t('requests.content.answer', 'Answer')} text={content.response} />
          )}
          <Text variant="bodySmall" color="secondary">
            <Trans i18nKey="requests.content.redacted">
              Secrets and what the configuration names were taken out; long texts are cut.
            </Trans>
          </Text>
        </Stack>
      )}
    </Section>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <Text element="h4" variant="bodySmall" weight="medium">
        {title}
      </Text>
      {/* It scrolls, so it can be reached by keyboard. */}
      <pre className={styles.text} tabIndex={0} aria-label={title}>
        {readable(text)}
      </pre>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  text: css({
    maxHeight: 320,
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: theme.typography.bodySmall.fontSize,
    margin: theme.spacing(0.5, 0, 0),
  }),
});
