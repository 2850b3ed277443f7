import React from 'react';
import { t } from '@grafana/i18n';
import { bind } from '../../../components/forms/bind';
import { ListField } from '../../../components/forms/ListField';
import { PairsField } from '../../../components/forms/PairsField';
import { TextField } from '../../../components/forms/TextField';
import type { Form } from '../../../components/forms/useForm';
import { ExpiryField } from './ExpiryField';
import type { KeyDraft } from './keyDraft';
import type { Suggestions } from './useSuggestions';

interface Props {
  form: Form<KeyDraft>;
  suggestions: Suggestions;
}

/** Whose a key is, and what it is good for. */
export function KeyFields({ form, suggestions }: Props) {
  return (
    <>
      <TextField
        {...bind(form, 'team')}
        label={t('keys.form.team', 'Team')}
        description={t('keys.form.team-note', 'Who pays. One that is not there yet need not be made first.')}
        suggestions={suggestions.teams}
      />
      <TextField
        {...bind(form, 'user')}
        label={t('keys.form.user', 'User')}
        description={t('keys.form.user-note', 'Whose key it is; a user named in a request is then not believed.')}
        suggestions={suggestions.users}
      />
      <ExpiryField {...bind(form, 'expires_at')} />
      <ListField
        {...bind(form, 'models')}
        label={t('keys.form.models', 'Models')}
        description={t(
          'keys.form.models-note',
          'Which may be asked for, such as gpt-4o or claude-*. All, without any.'
        )}
      />
      <ListField
        {...bind(form, 'addresses')}
        label={t('keys.form.addresses', 'Addresses')}
        description={t(
          'keys.form.addresses-note',
          'From where it may be used, such as 10.0.0.0/8. Anywhere, without any.'
        )}
      />
      <PairsField
        {...bind(form, 'tags')}
        label={t('keys.form.tags', 'Tags')}
        description={t(
          'keys.form.tags-note',
          'What its requests are for, such as feature and search; costs and budgets go by them. A request’s own tags go before.'
        )}
        add={t('keys.form.add-tag', 'Add tag')}
      />
    </>
  );
}
