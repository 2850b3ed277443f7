import React, { useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Drawer, Stack } from '@grafana/ui';
import { canConfigure } from '../../../api/user';
import { OriginBadge } from '../../../components/access/OriginBadge';
import { ConfirmChange } from '../../../components/confirm/ConfirmChange';
import { Facts } from '../../../components/Facts';
import { BudgetSection } from '../rules/BudgetSection';
import { LimitSection } from '../rules/LimitSection';
import type { Rules } from '../rules/useRules';
import { SubjectLinks } from '../SubjectLinks';
import { peopleApi } from './peopleApi';
import type { Person } from './person';
import { PersonBadge } from './PersonBadge';
import { PersonForm } from './PersonForm';
import { personWords } from './personWords';

interface Props {
  gatewayUid: string;
  person: Person;
  rules: Rules;
  onChanged: () => void;
  onClose: () => void;
}

/** All about one team or user, and what can be done to it. */
export function PersonDrawer({ gatewayUid, person, rules, onChanged, onClose }: Props) {
  const [doing, setDoing] = useState<'edit' | 'remove'>();
  const { kind, name, managed, keys } = person;
  const editable = canConfigure();
  const words = personWords(kind);
  const ruleSection = { gatewayUid, subject: person, rules, editable, onChanged };
  const end = () => setDoing(undefined);

  return (
    <Drawer title={name} size="md" onClose={onClose}>
      <Stack direction="column" gap={3}>
        {managed?.origin === 'file' && (
          <div>
            <OriginBadge />
          </div>
        )}
        <SubjectLinks {...{ gatewayUid, subject: person }} />
        {doing === 'edit' ? (
          <PersonForm
            {...{ gatewayUid, kind, person }}
            onSaved={() => {
              end();
              onChanged();
            }}
            onCancel={end}
          />
        ) : (
          <Facts
            facts={[
              [t('people.fact.status', 'Status'), <PersonBadge key="status" of={person} />],
              [t('people.fact.team', 'Team'), managed?.team],
              [t('people.fact.models', 'Models'), managed?.models?.join(', ') ?? t('keys.all-models', 'all')],
              [t('people.fact.keys', 'Keys'), String(keys)],
            ]}
          />
        )}
        {editable && managed?.origin !== 'file' && doing !== 'edit' && (
          <Stack gap={1}>
            <Button size="sm" variant="secondary" icon="pen" onClick={() => setDoing('edit')}>
              <Trans i18nKey="people.edit">Edit</Trans>
            </Button>
            {managed !== undefined && (
              <Button
                size="sm"
                variant="destructive"
                fill="outline"
                icon="trash-alt"
                onClick={() => setDoing('remove')}
              >
                <Trans i18nKey="people.delete">Delete</Trans>
              </Button>
            )}
          </Stack>
        )}
        <BudgetSection {...ruleSection} />
        <LimitSection {...ruleSection} />
        {doing === 'remove' && (
          <ConfirmChange
            title={words.remove(name)}
            consequence={words.removeNote}
            confirm={t('people.delete-confirm', 'Delete')}
            name={name}
            change={() => peopleApi(gatewayUid, kind).remove(name, managed?.revision)}
            onDone={() => {
              onClose();
              onChanged();
            }}
            onDismiss={end}
          />
        )}
      </Stack>
    </Drawer>
  );
}
