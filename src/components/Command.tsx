import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { ClipboardButton, useStyles2 } from '@grafana/ui';

interface Props {
  text: string;
}

/** A command for a shell, to copy. */
export function Command({ text }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.box}>
      <pre className={styles.text}>{text}</pre>
      <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => text}>
        <Trans i18nKey="command.copy">Copy</Trans>
      </ClipboardButton>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'flex-start' }),
  text: css({ margin: 0, flexGrow: 1, minWidth: 0, overflowX: 'auto' }),
});
