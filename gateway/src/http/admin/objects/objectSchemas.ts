import Type, { type TSchema } from 'typebox';

import { withoutDefaulted } from '../../../config/publishedSchema.js';
import {
  BudgetSchema,
  KeySchema,
  LimitSchema,
  ModelSchema,
  PriceOverrideSchema,
  ProviderSchema,
  TeamSchema,
  UserSchema,
} from '../../../config/schema.js';
import { StoredKeySchema } from '../../../config/storedKey.js';
import { TRAITS } from '../../../managed/traits.js';
import type { ObjectKind } from '../../../store/storedObject.js';
import { KEY_STATUSES } from './keyStatus.js';

interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, TSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly description?: string;
}

const DOCUMENTS: Readonly<Record<ObjectKind, TSchema>> = {
  provider: ProviderSchema,
  model: ModelSchema,
  price: PriceOverrideSchema,
  key: KeySchema,
  team: TeamSchema,
  user: UserSchema,
  budget: BudgetSchema,
  limit: LimitSchema,
};

const Time = (description: string) => Type.String({ format: 'date-time', description });

/** What answers say about every object. */
const ABOUT = {
  origin: Type.Enum(['file', 'api'], {
    description: 'Where it comes from; what the configuration file has, only the file can change.',
  }),
  revision: Type.Integer({
    description: 'Rises with every change; sent along with a change, it refuses one in between.',
  }),
  created_at: Time('When it was created by the API.'),
  updated_at: Time('When it was changed last.'),
  problem: Type.String({ description: 'Why it is not in force, wholly or in part.' }),
};

const { prefix, previous_until: previousUntil, revoked_at: revokedAt } = StoredKeySchema.properties;

const Subject = Type.Object({ kind: Type.String(), value: Type.String() });

/** What they say about objects of one kind. */
const ABOUT_KIND: Readonly<Partial<Record<ObjectKind, Readonly<Record<string, TSchema>>>>> = {
  key: {
    prefix,
    previous_until: previousUntil,
    revoked_at: revokedAt,
    status: Type.Enum([...KEY_STATUSES], { description: 'Whether it is good.' }),
  },
  budget: {
    standings: Type.Array(
      Type.Object({
        subject: Subject,
        unit: Type.Enum(['usd', 'tokens'], { description: 'Of the amounts.' }),
        limit: Type.Number(),
        used: Type.Number(),
        reserved: Type.Number({ description: 'For requests under way.' }),
        remaining: Type.Number(),
        resets_at: Time('When the window ends, or the oldest part of a rolling one.'),
      }),
      {
        description:
          'Where it stands, for each subject that has used it; the nearest to their limit first, 100 at most.',
      }
    ),
  },
  limit: {
    standings: Type.Array(
      Type.Object({
        subject: Subject,
        unit: Type.Enum(['requests', 'tokens', 'parallel'], { description: 'Of the amounts.' }),
        limit: Type.Number({ description: 'Per minute; of parallel, at the same time.' }),
        used: Type.Number({ description: 'In the last minute, requests under way included.' }),
        remaining: Type.Number(),
        resets_at: Type.Optional(
          Time('When the oldest part of the minute counts no more; not there where nothing does, and of parallel.')
        ),
      }),
      {
        description:
          'Where it stands, for each subject that asked lately; the nearest to their limit first, 100 at most. Without Redis it is what the replica that answers has counted.',
      }
    ),
  },
};

/** What can be sent for a new object, or in place of one. */
export function inputSchema(kind: ObjectKind, creating: boolean): TSchema {
  const { hidden, onlyAtCreation } = TRAITS[kind];
  const dropped = creating ? hidden.filter((field) => !onlyAtCreation.includes(field)) : hidden;
  return eachMember(DOCUMENTS[kind], ({ properties, required = [], ...rest }) => ({
    ...rest,
    properties: omit(properties, dropped),
    // The name stands in the path already.
    required: required.filter((field) => !dropped.includes(field) && (creating || field !== 'name')),
  }));
}

/** What can be sent to change single fields. */
export function patchSchema(kind: ObjectKind): TSchema {
  const properties = Object.assign({}, ...members(DOCUMENTS[kind]).map((member) => member.properties)) as object;
  return {
    type: 'object',
    description: 'JSON Merge Patch (RFC 7396): what is left out stays, null takes a field out.',
    properties: omit(properties as ObjectSchema['properties'], TRAITS[kind].hidden),
    additionalProperties: false,
  } as TSchema;
}

/** What is answered. */
export function answerSchema(kind: ObjectKind): TSchema {
  const { secrets, hidden } = TRAITS[kind];
  return eachMember(DOCUMENTS[kind], ({ properties, required = [], ...rest }) => {
    // As shownDocument tells of them: of the first always, of the others where the type has them.
    const ofSecrets = secrets.filter((field, index) => index === 0 || field in properties).flatMap(aboutSecret);
    return {
      ...rest,
      properties: {
        ...omit(properties, [...secrets, ...hidden]),
        ...Object.fromEntries(ofSecrets),
        ...ABOUT_KIND[kind],
        ...ABOUT,
      },
      required: [
        ...required.filter((field) => (properties[field] as { default?: unknown } | undefined)?.default === undefined),
        'origin',
      ],
    };
  });
}

function aboutSecret(field: string): Array<[string, TSchema]> {
  return [
    [`has_${field}`, Type.Boolean({ description: `Whether there is one. It is never answered itself.` })],
    [`${field}_ends_with`, Type.String({ description: 'Its last four characters, of longer ones.' })],
  ];
}

function members(schema: TSchema): readonly ObjectSchema[] {
  return (schema as { anyOf?: readonly ObjectSchema[] }).anyOf ?? [schema as unknown as ObjectSchema];
}

function eachMember(schema: TSchema, change: (member: ObjectSchema) => ObjectSchema): TSchema {
  const changed = members(schema).map((member) => change(withoutDefaulted(member) as ObjectSchema));
  return (changed.length === 1 ? changed[0] : { anyOf: changed }) as TSchema;
}

function omit(properties: ObjectSchema['properties'], fields: readonly string[]): ObjectSchema['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([field]) => !fields.includes(field)));
}
