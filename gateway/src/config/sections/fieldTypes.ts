import Type from 'typebox';

/** Names of providers, models and keys end up in URLs, labels and headers, so they keep to visible ASCII. */
export const Name = (what: string) =>
  Type.String({ minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$', description: what });

export const Milliseconds = (what: string, fallback: number) =>
  Type.Integer({ minimum: 1, maximum: 86_400_000, default: fallback, description: `${what}, in milliseconds.` });

/** A key that is not known is a mistake, never ignored. */
export const strict = { additionalProperties: false } as const;

export const Enabled = (what: string) =>
  Type.Boolean({
    default: true,
    description: `Whether ${what} gets requests; false keeps it configured and routes around it.`,
  });

export const Timestamp = (what: string) =>
  Type.String({ format: 'date-time', description: `${what}, e.g. 2026-12-31T23:59:59Z.` });
