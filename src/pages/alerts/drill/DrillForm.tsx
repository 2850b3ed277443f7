import React, { useCallback, useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Combobox, Field, Stack, Text } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { errorMessage } from '../../../api/grafana';
import { useLoad } from '../../../components/load/useLoad';
import { canConfigure } from '../../../api/user';
import type { RuleStanding } from '../ruleStanding';
import { beginDrill } from './drillControl';
import type { Drill } from './drillFacts';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  gatewayUid: string;
  rule: RuleStanding;
  onBegun: (drill: Drill) => void;
}

const MINUTES = [2, 5, 10, 15];
const EVERY_MS = 30_000;

/** Chooses the provider and for how long. */
export function DrillForm({ gatewayUid, rule, onBegun }: Props) {
  const load = useCallback(() => gatewayApi(gatewayUid).get('/simulator'), [gatewayUid]);
  const { data, failure: unread } = useLoad(load, { everyMs: EVERY_MS });
  const [chosen, setChosen] = useState<string>();
  const [minutes, setMinutes] = useState(5);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const providers = data?.providers.map(({ name }) => name) ?? [];
  const provider = chosen ?? providers[0];
  const obstacle = whatIsMissing(unread, data && providers, rule);

  if (obstacle !== undefined) {
    return <Text color="secondary">{obstacle}</Text>;
  }
  const begin = async (name: string) => {
    setBusy(true);
    setFailure(undefined);
    const startedAt = Date.now();
    try {
      await beginDrill(gatewayApi(gatewayUid), name, minutes * 60);
      onBegun({ provider: name, startedAt });
    } catch (thrown) {
      setFailure(errorMessage(thrown));
      setBusy(false);
    }
  };
  return (
    <Stack direction="column" gap={1}>
      <Stack gap={1} alignItems="flex-end" wrap="wrap">
        <Field noMargin label={t('alerts.drill.provider', 'Simulated provider')} htmlFor="drill-provider">
          <Combobox
            id="drill-provider"
            width={30}
            options={providers.map((name) => ({ value: name, label: name }))}
            value={provider ?? null}
            onChange={(option) => setChosen(option.value)}
          />
        </Field>
        <Field noMargin label={t('alerts.drill.minutes', 'For')} htmlFor="drill-minutes">
          <Combobox
            id="drill-minutes"
            width={16}
            options={MINUTES.map((value) => ({
              value,
              label: t('alerts.drill.minutes-option', '{{minutes}} minutes', { minutes: value, ...AS_IT_IS }),
            }))}
            value={minutes}
            onChange={(option) => setMinutes(option.value)}
          />
        </Field>
        <Button
          variant="destructive"
          icon="fire"
          disabled={busy || provider === undefined}
          onClick={() => provider !== undefined && void begin(provider)}
        >
          <Trans i18nKey="alerts.drill.begin">Begin the drill</Trans>
        </Button>
      </Stack>
      {failure && (
        <Alert severity="error" title={t('alerts.drill.failed', 'The drill could not begin')}>
          {failure}
        </Alert>
      )}
    </Stack>
  );
}

function whatIsMissing(
  error: unknown,
  providers: readonly string[] | undefined,
  { origin }: RuleStanding
): string | undefined {
  if (!canConfigure()) {
    return t('alerts.drill.admins', 'Only admins of this Grafana organisation can begin a drill.');
  }
  if (origin === 'missing') {
    return t('alerts.drill.no-rule', 'Install the alert rules first: the one that must fire is not there.');
  }
  if (error !== undefined && providers === undefined) {
    return errorMessage(error);
  }
  if (providers?.length === 0) {
    return t(
      'alerts.drill.no-simulator',
      'This gateway has no simulated provider. Add one of the type simulator on the Configuration page: real providers are not broken for a drill.'
    );
  }
  return undefined;
}
