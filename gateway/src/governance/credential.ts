import type { Identity, People, Team, User } from './identity.js';
import type { ModelGrant, Principal } from './principal.js';

/** What stands behind a secret or a token: who it is, and what it depends on whether it is let in. */
export interface Credential {
  readonly identity: Identity;
  readonly principal: Principal;
  /** Who is blocked, e.g. `team "platform"`. */
  readonly blocked: string | undefined;
}

/**
 * Whoever holds a secret or a token. What its team and user add is worked out when it is first used, and again when
 * one of them changed: a change of a team costs nothing for the keys that it has.
 */
export class Holder {
  private team: Team | undefined;
  private user: User | undefined;
  private known: Credential | undefined;

  constructor(readonly identity: Identity) {}

  credential(people: People): Credential {
    const { identity } = this;
    const user = identity.user === undefined ? undefined : people.user(identity.user);
    const name = identity.team ?? user?.team;
    const team = name === undefined ? undefined : people.team(name);
    if (this.known === undefined || this.team !== team || this.user !== user) {
      this.team = team;
      this.user = user;
      this.known = toCredential(identity, name, team, user);
    }
    return this.known;
  }
}

function toCredential(
  identity: Identity,
  teamName: string | undefined,
  team: Team | undefined,
  user: User | undefined
): Credential {
  const blocked = team?.blocked ? `team "${team.name}"` : user?.blocked ? `user "${user.name}"` : undefined;
  return { identity, principal: toPrincipal(identity, teamName, team, user), blocked };
}

function toPrincipal(
  identity: Identity,
  teamName: string | undefined,
  team: Team | undefined,
  user: User | undefined
): Principal {
  const restricted = [
    { whose: `key "${identity.key}"`, models: identity.models },
    { whose: `team "${team?.name}"`, models: team?.models },
    { whose: `user "${user?.name}"`, models: user?.models },
  ].flatMap(({ whose, models }) => (models === undefined ? [] : [{ whose, models }]));
  const grants = restricted.map(({ whose, models }): ModelGrant => ({ whose, patterns: models.patterns }));
  return {
    key: identity.key,
    team: teamName,
    user: identity.user,
    tags:
      team?.tags !== undefined && identity.tags !== undefined
        ? { ...team.tags, ...identity.tags }
        : (identity.tags ?? team?.tags),
    mayUse: restricted.length === 0 ? undefined : (model) => restricted.every(({ models }) => models.allows(model)),
    grants: restricted.length === 0 ? undefined : grants,
  };
}
