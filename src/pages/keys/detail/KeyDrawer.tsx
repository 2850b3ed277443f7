import React, { useState } from 'react';
import { Drawer, Stack } from '@grafana/ui';
import type { Key } from '../../../api/gateway/objects';
import { canConfigure } from '../../../api/user';
import { OriginBadge } from '../../../components/access/OriginBadge';
import { FindingAlert } from '../../../components/findings/FindingAlert';
import { EditKey } from '../form/EditKey';
import type { MadeKey } from '../form/makeKey';
import type { Spend } from '../list/useSpend';
import { BudgetSection } from '../rules/BudgetSection';
import { LimitSection } from '../rules/LimitSection';
import { OthersRules } from '../rules/OthersRules';
import type { Rules } from '../rules/useRules';
import { SubjectLinks } from '../SubjectLinks';
import { t } from '@grafana/i18n';
import { KeyActions } from './KeyActions';
import { KeyFacts } from './KeyFacts';

interface Props {
  gatewayUid: string;
  of: Key;
  rules: Rules;
  spend: Spend | undefined;
  onChanged: () => void;
  onRotated: (made: MadeKey) => void;
  onClose: () => void;
}

/** All about one key, and what can be done to it. */
export function KeyDrawer({ gatewayUid, of, rules, spend, onChanged, onRotated, onClose }: Props) {
  const [editing, setEditing] = useState(false);
  const editable = canConfigure();
  const subject = { kind: 'key', name: of.name } as const;
  const ruleSection = { gatewayUid, subject, rules, editable, onChanged };

  return (
    <Drawer title={of.name} size="md" onClose={onClose}>
      <Stack direction="column" gap={3}>
        {of.origin === 'file' && (
          <div>
            <OriginBadge />
          </div>
        )}
        {of.problem !== undefined && (
          <FindingAlert
            finding={{
              severity: 'error',
              title: t('keys.not-in-force', 'It is not in force, wholly or in part'),
              advice: of.problem,
            }}
          />
        )}
        <SubjectLinks {...{ gatewayUid, subject }} />
        {editing ? (
          <EditKey
            {...{ gatewayUid, of }}
            onSaved={() => {
              setEditing(false);
              onChanged();
            }}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <>
            <KeyFacts of={of} spend={spend} />
            {editable && of.origin === 'api' && (
              <KeyActions
                {...{ gatewayUid, of, onRotated }}
                onEdit={() => setEditing(true)}
                onRevoked={onChanged}
                onDeleted={() => {
                  onClose();
                  onChanged();
                }}
              />
            )}
          </>
        )}
        <BudgetSection {...ruleSection} />
        <LimitSection {...ruleSection} />
        <OthersRules of={of} rules={rules} />
      </Stack>
    </Drawer>
  );
}
