import Type from 'typebox';

import { Name, strict } from './fieldTypes.js';

export const WEBHOOK_EVENTS = [
  'budget.warning',
  'budget.exhausted',
  'budget.reset',
  'alert.firing',
  'alert.resolved',
] as const;

export const Webhook = Type.Object(
  {
    name: Name('What the log calls it.'),
    url: Type.String({ pattern: '^https?://' }),
    secret: Type.String({ minLength: 16, description: 'Signs each call with HMAC-SHA256. Keep it out of the file.' }),
    events: Type.Array(Type.Enum([...WEBHOOK_EVENTS]), {
      minItems: 1,
      default: [...WEBHOOK_EVENTS],
      description: 'What it is told of.',
    }),
  },
  { ...strict, description: 'Whom to tell of budgets, and of alerts that the relay takes.' }
);
