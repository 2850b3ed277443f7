import type { KeyConfig, TeamConfig, UserConfig } from '../config/schema.js';
import { type AddressCheck, addressCheck } from './addresses.js';
import { type ModelPatterns, modelPatterns } from './modelPatterns.js';

/** What a key or a token says by itself; its team and user may add to it. Times in epoch milliseconds. */
export interface Identity {
  /** Name of the key, or of the token issuer's rule. */
  readonly key: string;
  readonly team: string | undefined;
  readonly user: string | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly models: ModelPatterns | undefined;
  readonly mayComeFrom: AddressCheck | undefined;
  readonly expiresAt: number | undefined;
  /** Set when a newer secret has taken the place of this one: its end. */
  readonly replacedAt: number | undefined;
  readonly revokedAt: number | undefined;
}

export interface Team {
  readonly name: string;
  readonly models: ModelPatterns | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly blocked: boolean;
}

export interface User {
  readonly name: string;
  readonly team: string | undefined;
  readonly models: ModelPatterns | undefined;
  readonly blocked: boolean;
}

/** Looks up teams and users; undefined for one that nothing is said of. */
export interface People {
  team(name: string): Team | undefined;
  user(name: string): User | undefined;
}

export function toIdentity({ name, ...fields }: Omit<KeyConfig, 'key'>): Identity {
  return {
    key: name,
    team: fields.team,
    user: fields.user,
    tags: fields.tags,
    models: patternsOf(fields.models),
    mayComeFrom: fields.addresses && addressCheck(fields.addresses),
    expiresAt: instant(fields.expires_at),
    replacedAt: undefined,
    revokedAt: undefined,
  };
}

export function toTeam({ name, models, tags, blocked }: TeamConfig): Team {
  return { name, models: patternsOf(models), tags, blocked };
}

export function toUser({ name, team, models, blocked }: UserConfig): User {
  return { name, team, models: patternsOf(models), blocked };
}

/** Epoch milliseconds; what cannot be read as a time is one long gone, so that nothing lasts for ever by mistake. */
export function instant(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text) || 0;
}

function patternsOf(models: readonly string[] | undefined): ModelPatterns | undefined {
  return models && modelPatterns(models);
}
