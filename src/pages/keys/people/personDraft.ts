import type { PersonBody } from './peopleApi';
import type { Person, PersonKind } from './person';

/** A team or a user as it is typed. */
export interface PersonDraft {
  name: string;
  team: string;
  models: string[];
  blocked: boolean;
}

export function personDraft(person: Person | undefined): PersonDraft {
  const { team = '', models = [], blocked = false } = person?.managed ?? {};
  return { name: person?.name ?? '', team, models, blocked };
}

/** What is sent for it. What the form does not ask of one that is there already stays. */
export function personBody(
  { name, team, models, blocked }: PersonDraft,
  kind: PersonKind,
  before?: Person
): PersonBody {
  return {
    ...before?.managed,
    name: name.trim(),
    ...(kind === 'user' && { team: team.trim() || undefined }),
    models: models.length === 0 ? undefined : models,
    blocked,
  };
}
