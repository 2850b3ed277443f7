import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import type { Finding } from '../../../components/findings/finding';
import { FindingAlert } from '../../../components/findings/FindingAlert';

interface Props {
  outcome: Finding | undefined;
  saving: boolean;
  save: () => void;
}

/** Has every page use the data sources chosen above. */
export function SaveChoice({ outcome, saving, save }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.choice}>
      {outcome && <FindingAlert finding={outcome} />}
      <div>
        <Button disabled={saving} icon={saving ? 'spinner' : undefined} onClick={save}>
          <Trans i18nKey="configuration.save">Save</Trans>
        </Button>
      </div>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  choice: css({
    listStyle: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 0, 4, 4.5),
  }),
});
