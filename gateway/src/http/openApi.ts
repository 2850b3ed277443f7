import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';

const BEARER = { type: 'http', scheme: 'bearer' } as const;

/** How the admin API is described by `/openapi.json`. */
export function openApi(version: string): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'LLM Gateway admin API',
        version,
        description:
          'The admin token may do everything; the viewer token may read. A name with a / in it stands in a path URL-encoded or as it is. The header x-llm-gateway-actor names the person on whose behalf something is changed, for the audit log.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: { admin: BEARER, viewer: BEARER, metrics: BEARER, alerts: BEARER },
      },
      security: [{ admin: [] }],
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) {
        return document.swaggerObject;
      }
      const { openapiObject: described } = document;
      for (const operations of Object.values(described.paths ?? {})) {
        const reading = operations?.get;
        if (reading !== undefined) {
          reading.security ??= [{ admin: [] }, { viewer: [] }];
        }
      }
      return withTypeNull(described) as typeof described;
    },
  };
}

/** `nullable` is of OpenAPI 3.0; since 3.1 null is a type like others. */
function withTypeNull(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(withTypeNull);
  }
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  const { nullable, ...rest } = node as Readonly<Record<string, unknown>>;
  const copy = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withTypeNull(value)]));
  return nullable === true && typeof copy['type'] === 'string' ? { ...copy, type: [copy['type'], 'null'] } : copy;
}
