import React from 'react';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { bind } from '../../../components/forms/bind';
import { FormButtons } from '../../../components/forms/FormButtons';
import { ListField } from '../../../components/forms/ListField';
import { SwitchField } from '../../../components/forms/SwitchField';
import { TextField } from '../../../components/forms/TextField';
import { useForm } from '../../../components/forms/useForm';
import { useSuggestions } from '../form/useSuggestions';
import { peopleApi } from './peopleApi';
import type { Person, PersonKind } from './person';
import { personBody, personDraft } from './personDraft';
import { personWords } from './personWords';

interface Props {
  gatewayUid: string;
  kind: PersonKind;
  /** The one that is changed; a new one without. */
  person?: Person;
  onSaved: () => void;
  onCancel: () => void;
}

/** Makes or changes a team or a user. One that keys only name becomes a managed one. */
export function PersonForm({ gatewayUid, kind, person, onSaved, onCancel }: Props) {
  const words = personWords(kind);
  const suggestions = useSuggestions(gatewayUid);
  const form = useForm(personDraft(person), {
    check: ({ name }) => (name.trim() === '' ? { name: t('people.name-missing', 'Give it a name') } : {}),
    save: async (draft) => {
      const api = peopleApi(gatewayUid, kind);
      const body = personBody(draft, kind, person);
      await (person?.managed ? api.replace(body, person.managed.revision) : api.create(body));
      onSaved();
    },
  });
  return (
    <form onSubmit={form.submit} aria-label={words.save}>
      <Stack direction="column" gap={2}>
        {person === undefined && <TextField {...bind(form, 'name')} label={t('people.name', 'Name')} required />}
        {kind === 'user' && (
          <TextField
            {...bind(form, 'team')}
            label={t('people.team', 'Team')}
            description={t('people.team-note', 'Who pays for keys of the user that name no team.')}
            suggestions={suggestions.teams}
          />
        )}
        <ListField
          {...bind(form, 'models')}
          label={t('people.models', 'Models')}
          description={t('people.models-note', 'Which may be asked for, such as gpt-4o or claude-*. All, without any.')}
        />
        <SwitchField {...bind(form, 'blocked')} label={words.blocked} />
        <FormButtons save={words.save} saving={form.saving} failure={form.failure} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
