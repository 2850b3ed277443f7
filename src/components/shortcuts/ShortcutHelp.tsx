import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Modal, useStyles2 } from '@grafana/ui';
import { ROUTES } from '../../routing/routes';
import { HELP_KEY, PAGE_KEYS, SHORTCUT_PREFIX, shortcutLabel } from './shortcuts';

interface Props {
  onDismiss: () => void;
}

/** All shortcuts of the app. */
export function ShortcutHelp({ onDismiss }: Props) {
  const styles = useStyles2(getStyles);
  const pages = Object.values(ROUTES).map((route) => ({ key: PAGE_KEYS[route], label: shortcutLabel(route) }));
  const help = { key: HELP_KEY, label: t('shortcuts.help', 'Show these shortcuts') };
  return (
    <Modal isOpen title={t('shortcuts.title', 'Keyboard shortcuts of LLM Gateway')} onDismiss={onDismiss}>
      <table className={styles.table}>
        <tbody>
          {[...pages, help].map(({ key, label }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>
                <kbd>{SHORTCUT_PREFIX}</kbd> <kbd>{key}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        <Trans i18nKey="shortcuts.note">
          Press one key after the other. The time range and the data sources come along. Grafana’s own shortcuts are
          under “?”.
        </Trans>
      </p>
    </Modal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    'th, td': { padding: theme.spacing(0.75, 4, 0.75, 0), textAlign: 'left', fontWeight: 'normal' },
    kbd: { minWidth: theme.spacing(3), textAlign: 'center', display: 'inline-block' },
  }),
  note: css({ color: theme.colors.text.secondary, marginTop: theme.spacing(2) }),
});
