import { t } from '@grafana/i18n';
import type { Faults } from '../../../components/forms/faults';
import { pairsFault } from '../../../components/forms/pairs';
import { amountFaults } from '../rules/budgetDraft';
import type { KeyDraft, NewKeyDraft } from './keyDraft';

/** What is wrong with a key before the gateway is asked; everything else the gateway says. */
export function keyFaults({ name, tags, expires_at: expiresAt }: KeyDraft): Faults<KeyDraft> {
  const wrongTags = pairsFault(tags);
  return {
    ...(name.trim() === '' && { name: t('keys.form.name-missing', 'Give it a name') }),
    ...(expiresAt !== '' &&
      Date.parse(expiresAt) <= Date.now() && {
        expires_at: t('keys.form.past', 'That is over: choose a time to come'),
      }),
    ...(wrongTags !== undefined && { tags: wrongTags }),
  };
}

export function newKeyFaults(draft: NewKeyDraft): Faults<NewKeyDraft> {
  return { ...keyFaults(draft), ...(draft.hasBudget ? amountFaults({ ...draft, name: '' }) : {}) };
}
