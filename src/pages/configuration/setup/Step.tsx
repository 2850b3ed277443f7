import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, Text, useStyles2, type IconName } from '@grafana/ui';

/** `waiting`: it is being found out. */
export type StepState = 'done' | 'todo' | 'waiting';

interface Props {
  title: string;
  state: StepState;
  children: ReactNode;
}

/** One step of the first run, with whether it is done. */
export function Step({ title, state, children }: Props) {
  const styles = useStyles2(getStyles);
  const { icon, words } = look(state);
  return (
    <li className={styles.step} aria-label={title}>
      <Icon key={state} name={icon} className={styles[state]} size="lg" title={words} />
      <div className={styles.content}>
        <Text element="h3">{title}</Text>
        {children}
      </div>
    </li>
  );
}

function look(state: StepState): { icon: IconName; words: string } {
  switch (state) {
    case 'done':
      return { icon: 'check-circle', words: t('setup.state.done', 'Done') };
    case 'todo':
      return { icon: 'circle', words: t('setup.state.todo', 'To do') };
    case 'waiting':
      return { icon: 'fa fa-spinner', words: t('setup.state.waiting', 'Being checked') };
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  step: css({ display: 'flex', gap: theme.spacing(2), listStyle: 'none', paddingBottom: theme.spacing(4) }),
  content: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), flexGrow: 1, minWidth: 0 }),
  done: css({ color: theme.colors.success.text, marginTop: theme.spacing(0.5) }),
  todo: css({ color: theme.colors.text.secondary, marginTop: theme.spacing(0.5) }),
  waiting: css({ color: theme.colors.text.secondary, marginTop: theme.spacing(0.5) }),
});
