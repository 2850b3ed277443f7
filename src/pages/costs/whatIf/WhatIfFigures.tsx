import React from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Stack, useStyles2 } from '@grafana/ui';
import { formatCount } from '../money/formatCount';
import { Money } from '../money/Money';
import type { WhatIf } from './askWhatIf';
import { Difference } from './Difference';
import { WhatIfTable } from './WhatIfTable';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  whatIf: WhatIf;
}

/** The whole at a glance, what is not in it, and each model. */
export function WhatIfFigures({ whatIf: { groups, totals, prices_at: at } }: Props) {
  const styles = useStyles2(getStyles);
  if (groups.length === 0) {
    return <p>{t('costs.what-if.none', 'No request of this time range used any tokens.')}</p>;
  }
  const cost = totals.compared_cost_nano_usd;
  const difference = totals.difference_nano_usd ?? 0;
  return (
    <Stack direction="column" gap={1}>
      <dl className={styles.totals}>
        <div>
          <dt>{t('costs.what-if.actual', 'Did cost')}</dt>
          <dd>
            <Money nanoUsd={cost} />
          </dd>
        </div>
        <div>
          <dt>{t('costs.what-if.would', 'Would have cost')}</dt>
          <dd>
            <Money nanoUsd={cost + difference} />
          </dd>
        </div>
        <div>
          <dt>{t('costs.what-if.difference', 'Difference')}</dt>
          <dd>
            <Difference nanoUsd={difference} ofNanoUsd={cost} />
          </dd>
        </div>
      </dl>
      <NotCompared totals={totals} />
      <WhatIfTable groups={groups} />
      <p className={styles.note}>
        {t('costs.what-if.at', 'At the prices of {{time}}.', { time: dateTimeFormat(at), ...AS_IT_IS })}
      </p>
    </Stack>
  );
}

/** What has no price on one of the sides is in none of the three figures. */
function NotCompared({ totals }: { totals: WhatIf['totals'] }) {
  const styles = useStyles2(getStyles);
  const { unpriced_requests: unpriced, unpriceable_requests: unpriceable } = totals;
  return (
    <>
      {unpriceable > 0 && (
        <p className={styles.warning} role="status">
          {t('costs.what-if.unpriceable', 'Not in these figures: {{requests}} requests without a known price there.', {
            requests: formatCount(unpriceable),
            ...AS_IT_IS,
          })}
        </p>
      )}
      {unpriced > 0 && (
        <p className={styles.warning} role="status">
          {t('costs.what-if.unpriced', 'Not in these figures: {{requests}} requests whose actual cost is not known.', {
            requests: formatCount(unpriced),
            ...AS_IT_IS,
          })}
        </p>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  totals: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(4),
    margin: theme.spacing(1, 0),
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, fontSize: theme.typography.h3.fontSize },
  }),
  warning: css({ margin: 0, color: theme.colors.warning.text }),
  note: css({ margin: 0, color: theme.colors.text.secondary }),
});
