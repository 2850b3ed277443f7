import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

export const timelineStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: theme.spacing(1.5) }),
  line: css({ display: 'grid', gap: theme.spacing(0.5) }),
  track: css({
    position: 'relative',
    height: 14,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
    overflow: 'hidden',
  }),
  bar: css({ position: 'absolute', top: 0, bottom: 0, minWidth: 2 }),
  success: css({ background: theme.colors.success.main }),
  failure: css({ background: theme.colors.error.main }),
  aborted: css({ background: theme.colors.warning.main }),
  firstToken: css({ position: 'absolute', top: 0, bottom: 0, width: 2, background: theme.colors.text.maxContrast }),
  scale: css({
    display: 'flex',
    justifyContent: 'space-between',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
