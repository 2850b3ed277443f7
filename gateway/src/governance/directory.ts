import type { Logger } from 'pino';

import { type GovernedDocuments, type GovernedKind, isGoverned, readStored } from '../config/readStored.js';
import type { Config, KeyConfig } from '../config/schema.js';
import type { StoredKey } from '../config/storedKey.js';
import type { StoredObject } from '../store/storedObject.js';
import { type Credential, Holder } from './credential.js';
import { type People, type Team, type User, instant, toIdentity, toTeam, toUser } from './identity.js';
import { hashSecret } from './keySecret.js';
import { Layered } from './layered.js';
import type { Principal } from './principal.js';
import { RuleBook } from './ruleBook.js';
import type { BudgetRule, LimitRule } from './rules.js';
import { toBudgetRule, toLimitRule } from './toRules.js';

/** The holders of a key's secrets, by their hashes: of the secret, and of the one before while it is still good. */
type Secrets = ReadonlyArray<readonly [hash: string, holder: Holder]>;

type Listed = Pick<Config, 'keys' | 'teams' | 'users' | 'budgets' | 'limits'>;

/**
 * The keys, teams, users, budgets and limits in force: those of the configuration file, and those of the store where
 * the file has none of that name. A stored change costs the same however many there are.
 */
export class Directory implements People {
  readonly rules = new RuleBook();
  private readonly keys = new Layered<Secrets>();
  private readonly teams = new Layered<Team>();
  private readonly users = new Layered<User>();
  private readonly budgets = new Layered<BudgetRule>();
  private readonly limits = new Layered<LimitRule>();
  private fileSecrets: ReadonlyMap<string, Holder> = new Map();
  private readonly storedSecrets = new Map<string, Holder>();
  private readonly told = new Set<string>();

  constructor(private readonly log: Pick<Logger, 'warn' | 'error'>) {}

  /** What stands behind a secret; undefined when nobody has it. */
  find(secret: string): Credential | undefined {
    const hash = hashSecret(secret);
    return (this.fileSecrets.get(hash) ?? this.stored(hash))?.credential(this);
  }

  team(name: string): Team | undefined {
    return this.teams.get(name);
  }

  user(name: string): User | undefined {
    return this.users.get(name);
  }

  /** The first of those that have keys. */
  principals(most: number): readonly Principal[] {
    const found: Principal[] = [];
    for (const secrets of this.keys.values()) {
      if (found.length >= most) {
        break;
      }
      found.push(...secrets.slice(0, 1).map(([, holder]) => holder.credential(this).principal));
    }
    return found;
  }

  /** Puts the lists of a configuration file in place of the last one's. `generatedKey` has the secret of a key without. */
  configure({ keys, teams, users, budgets, limits }: Listed, generatedKey: (name: string) => string): void {
    const secrets = byName(keys, (key) => fileSecrets(key, generatedKey));
    this.fileSecrets = new Map([...secrets.values()].flat());
    this.replaceFile('key', this.keys, secrets);
    this.replaceFile('team', this.teams, byName(teams, toTeam));
    this.replaceFile('user', this.users, byName(users, toUser));
    for (const name of this.replaceFile('budget', this.budgets, byName(budgets, toBudgetRule))) {
      this.rules.setBudget(name, this.budgets.get(name));
    }
    for (const name of this.replaceFile('limit', this.limits, byName(limits, toLimitRule))) {
      this.rules.setLimit(name, this.limits.get(name));
    }
  }

  /** Puts changes of the store in force, in their order. One that is older than what is known changes nothing. */
  readonly apply = (changes: readonly StoredObject[]): void => {
    for (const change of changes) {
      if (isGoverned(change.kind)) {
        this.applyOne(change.kind, change);
      }
    }
  };

  private applyOne(kind: GovernedKind, change: StoredObject): void {
    const { name } = change;
    switch (kind) {
      case 'key': {
        const before = this.keys.inStore(name);
        if (this.put(kind, this.keys, change, storedSecrets)) {
          before?.forEach(([hash]) => this.storedSecrets.delete(hash));
          this.keys.inStore(name)?.forEach(([hash, holder]) => this.storedSecrets.set(hash, holder));
        }
        break;
      }
      case 'team':
        this.put(kind, this.teams, change, toTeam);
        break;
      case 'user':
        this.put(kind, this.users, change, toUser);
        break;
      case 'budget':
        this.put(kind, this.budgets, change, toBudgetRule);
        this.rules.setBudget(name, this.budgets.get(name));
        break;
      case 'limit':
        this.put(kind, this.limits, change, toLimitRule);
        this.rules.setLimit(name, this.limits.get(name));
        break;
    }
  }

  /** Whether the change is in what the store is known to have now. */
  private put<Kind extends GovernedKind, Value>(
    kind: Kind,
    layered: Layered<Value>,
    { name, revision, deleted, document }: StoredObject,
    read: (document: GovernedDocuments[Kind]) => Value
  ): boolean {
    if (!layered.isNew(name, revision)) {
      return false;
    }
    const known = deleted ? undefined : readStored(kind, name, document);
    if (known === undefined && !deleted) {
      this.log.error({ kind, name, revision }, 'a stored object cannot be understood; what was before stays in force');
      return false;
    }
    layered.store(name, revision, known && read(known));
    this.tellIfHidden(kind, name, layered);
    return true;
  }

  private replaceFile<Value>(
    kind: GovernedKind,
    layered: Layered<Value>,
    values: ReadonlyMap<string, Value>
  ): ReadonlySet<string> {
    const touched = layered.replaceFile(values);
    touched.forEach((name) => this.tellIfHidden(kind, name, layered));
    return touched;
  }

  private tellIfHidden<Value>(kind: GovernedKind, name: string, layered: Layered<Value>): void {
    const which = `${kind} ${name}`;
    if (layered.inFile(name) && layered.inStore(name) !== undefined && !this.told.has(which)) {
      this.told.add(which);
      this.log.warn({ kind, name }, 'the configuration file has one of that name, which goes before the stored one');
    }
  }

  private stored(hash: string): Holder | undefined {
    const holder = this.storedSecrets.get(hash);
    return holder === undefined || this.keys.inFile(holder.identity.key) ? undefined : holder;
  }
}

function byName<Item extends { readonly name: string }, Value>(
  items: readonly Item[],
  read: (item: Item) => Value
): ReadonlyMap<string, Value> {
  return new Map(items.map((item) => [item.name, read(item)]));
}

function fileSecrets(key: KeyConfig, generatedKey: (name: string) => string): Secrets {
  return [[hashSecret(key.key ?? generatedKey(key.name)), new Holder(toIdentity(key))]];
}

function storedSecrets(key: StoredKey): Secrets {
  const identity = { ...toIdentity(key), revokedAt: instant(key.revoked_at) };
  const before = { ...identity, replacedAt: instant(key.previous_until) };
  return [
    [key.hash, new Holder(identity)],
    ...(key.previous_hash === undefined ? [] : [[key.previous_hash, new Holder(before)] as const]),
  ];
}
