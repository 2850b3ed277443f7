import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PanelChrome, useStyles2 } from '@grafana/ui';

interface Props {
  title: string;
  description: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** What is no panel of Grafana's, in the frame of one; as high as what is in it. */
export function SectionPanel({ title, description, actions, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-label={title} className={styles.section}>
      <PanelChrome title={title} description={description} actions={actions} padding="none">
        <div className={styles.content}>{children}</div>
      </PanelChrome>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ minWidth: 0 }),
  content: css({ padding: theme.spacing(0, 1, 1) }),
});
