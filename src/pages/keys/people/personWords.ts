import { t } from '@grafana/i18n';
import type { PersonKind } from './person';
import { AS_IT_IS } from '../../../asItIs';

/** Texts that differ for teams and users. */
export function personWords(kind: PersonKind) {
  return kind === 'team'
    ? {
        column: t('teams.column', 'Team'),
        create: t('teams.new', 'New team'),
        open: (name: string) => t('teams.open', 'Open the team {{name}}', { name, ...AS_IT_IS }),
        search: t('teams.search', 'Search team'),
        failed: t('teams.failed', 'The teams cannot be read'),
        none: t('teams.none', 'There is no team yet'),
        noneHint: t(
          'teams.none-hint',
          'Teams pay: name one in a key, or make one here to hold it to models and budgets.'
        ),
        save: t('teams.save', 'Save team'),
        blocked: t('teams.blocked', 'Refuse every request of the team'),
        remove: (name: string) => t('teams.remove', 'Delete the team {{name}}', { name, ...AS_IT_IS }),
        removeNote: t('teams.remove-note', 'Its keys stay and go on naming it; its models and its block are gone.'),
      }
    : {
        column: t('users.column', 'User'),
        create: t('users.new', 'New user'),
        open: (name: string) => t('users.open', 'Open the user {{name}}', { name, ...AS_IT_IS }),
        search: t('users.search', 'Search user'),
        failed: t('users.failed', 'The users cannot be read'),
        none: t('users.none', 'There is no user yet'),
        noneHint: t(
          'users.none-hint',
          'Users ask: name one in a key, or make one here to hold them to models and budgets.'
        ),
        save: t('users.save', 'Save user'),
        blocked: t('users.blocked', 'Refuse every request of the user'),
        remove: (name: string) => t('users.remove', 'Delete the user {{name}}', { name, ...AS_IT_IS }),
        removeNote: t(
          'users.remove-note',
          'Their keys stay and go on naming them; their models and their block are gone.'
        ),
      };
}
