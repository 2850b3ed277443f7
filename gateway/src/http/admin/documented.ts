/**
 * For routes whose schemas are for readers. The handler checks what comes in, as Fastify's own validation would drop
 * unknown keys in silence and take "1" for 1; what goes out is written as it is, as its serializer would do the same.
 * A test holds answers against their schemas.
 */
export const documented = {
  validatorCompiler: () => () => true,
  serializerCompiler: () => (answer: unknown) => JSON.stringify(answer),
} as const;
