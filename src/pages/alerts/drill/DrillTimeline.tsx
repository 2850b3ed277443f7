import React, { useMemo, useState } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Icon, Stack, Text } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { errorMessage } from '../../../api/grafana';
import { useLoad } from '../../../components/load/useLoad';
import { canConfigure } from '../../../api/user';
import type { RuleStanding } from '../ruleStanding';
import { endDrill } from './drillControl';
import type { Drill } from './drillFacts';
import { isDone, isOver, STEPS, type DrillProgress, type Step } from './drillProgress';
import { stepText } from './stepText';
import { drillWatch } from './drillWatch';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  gatewayUid: string;
  drill: Drill;
  rule: RuleStanding;
  onClose: () => void;
}

const EVERY_MS = 3_000;

/** The steps of a drill, those that are over with how long after its beginning they came. */
export function DrillTimeline({ gatewayUid, drill, rule, onClose }: Props) {
  const { rule: definition, installed } = rule;
  const { provider, startedAt } = drill;
  const look = useMemo(
    () => drillWatch(gatewayApi(gatewayUid), { provider, startedAt }, { rule: definition, installed }),
    // A poll brings a new object for the same rule.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [gatewayUid, provider, startedAt, definition.uid, installed?.uid]
  );
  const { data, failure: unread, reload } = useLoad(look, { everyMs: EVERY_MS });
  const { facts, progress = {} } = data ?? {};
  const [failure, setFailure] = useState<string>();
  const end = async () => {
    try {
      await endDrill(gatewayApi(gatewayUid), drill.provider);
      setFailure(undefined);
      reload();
    } catch (thrown) {
      setFailure(errorMessage(thrown));
    }
  };
  const over = isOver(progress);
  const next = STEPS.find((step) => !isDone(progress, step));

  return (
    <Stack direction="column" gap={1}>
      <ol aria-label={t('alerts.drill.steps', 'Steps of the drill')} style={{ listStyle: 'none', padding: 0 }}>
        {STEPS.map((step) => (
          <li key={step}>
            <StepLine
              step={step}
              drill={drill}
              progress={progress}
              waiting={!over && step === next}
              left={over && !isDone(progress, step)}
            />
          </li>
        ))}
      </ol>
      {facts?.broken && facts.until && (
        <Text color="secondary">
          {t('alerts.drill.until', 'It mends itself at {{time}}.', {
            time: dateTimeFormat(facts.until, { format: 'HH:mm:ss' }),
            ...AS_IT_IS,
          })}
        </Text>
      )}
      {(failure ?? unread) !== undefined && (
        <Alert severity="error" title={t('alerts.drill.unreadable', 'The gateway did not answer')}>
          {failure ?? errorMessage(unread)}
        </Alert>
      )}
      <Stack gap={1}>
        {facts?.broken && canConfigure() && (
          <Button variant="secondary" icon="times" onClick={() => void end()}>
            <Trans i18nKey="alerts.drill.end">Mend it now</Trans>
          </Button>
        )}
        {!facts?.broken && (
          <Button variant="secondary" onClick={onClose}>
            <Trans i18nKey="alerts.drill.close">Close</Trans>
          </Button>
        )}
      </Stack>
    </Stack>
  );
}

interface StepLineProps {
  step: Step;
  drill: Drill;
  progress: DrillProgress;
  /** Whether it is the next to come. */
  waiting: boolean;
  /** Whether the drill is over without it. */
  left: boolean;
}

function StepLine({ step, drill, progress, waiting, left }: StepLineProps) {
  const done = isDone(progress, step);
  const seenAt = progress[step];
  return (
    <Stack gap={1} alignItems="center">
      <StepIcon done={done} waiting={waiting} />
      <Text color={done || waiting ? 'primary' : 'secondary'}>{stepText(step, drill.provider)}</Text>
      {seenAt !== undefined && (
        <Text variant="bodySmall" color="secondary">
          {t('alerts.drill.after', 'after {{seconds}} s', {
            seconds: Math.round((seenAt - drill.startedAt) / 1000),
            ...AS_IT_IS,
          })}
        </Text>
      )}
      {left && (
        <Text variant="bodySmall" color="secondary">
          <Trans i18nKey="alerts.drill.left">not seen: this contact point does not call the relay</Trans>
        </Text>
      )}
    </Stack>
  );
}

function StepIcon({ done, waiting }: { done: boolean; waiting: boolean }) {
  const label = done
    ? t('alerts.drill.done', 'Done')
    : waiting
      ? t('alerts.drill.waiting', 'Waiting')
      : t('alerts.drill.to-come', 'To come');
  return (
    <span role="img" aria-label={label}>
      <Icon name={done ? 'check-circle' : waiting ? 'spinner' : 'circle'} />
    </span>
  );
}
