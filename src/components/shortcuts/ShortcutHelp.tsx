import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Modal, useStyles2 } from '@grafana/ui';
import { ROUTES } from '../../routing/routes';
import { HELP_KEY, PAGE_KEYS, REQUEST_KEYS, SHORTCUT_PREFIX, shortcutLabel } from './shortcuts';

interface Props {
  onDismiss: () => void;
}

/** All shortcuts of the app. */
export function ShortcutHelp({ onDismiss }: Props) {
  const styles = useStyles2(getStyles);
  const shortcuts = [
    ...Object.values(ROUTES).map((route) => ({
      keys: [SHORTCUT_PREFIX, PAGE_KEYS[route]],
      label: shortcutLabel(route),
    })),
    { keys: [REQUEST_KEYS.older], label: t('shortcuts.older', 'From an open request to the older one') },
    { keys: [REQUEST_KEYS.newer], label: t('shortcuts.newer', 'From an open request to the newer one') },
    { keys: [SHORTCUT_PREFIX, HELP_KEY], label: t('shortcuts.help', 'Show these shortcuts') },
  ];
  return (
    <Modal isOpen title={t('shortcuts.title', 'Keyboard shortcuts of LLM Gateway')} onDismiss={onDismiss}>
      <table className={styles.table}>
        <tbody>
          {shortcuts.map(({ keys, label }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {keys.map((key) => (
                  <React.Fragment key={key}>
                    <kbd>{key}</kbd>{' '}
                  </React.Fragment>
                ))}
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
