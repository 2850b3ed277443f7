/** `GET /v1/models` in OpenAI's shape. */
export function listModels(names: readonly string[], since: Date) {
  const created = Math.floor(since.getTime() / 1000);
  return {
    object: 'list',
    data: names.map((id) => ({ id, object: 'model', created, owned_by: 'llm-gateway' })),
  };
}
