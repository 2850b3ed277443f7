import { GatewayError } from '../../errors/gatewayError.js';

/** `GET /v1/models` in OpenAI's shape. */
export function listModels(names: readonly string[], since: Date) {
  return { object: 'list', data: names.map((id) => toModel(id, since)) };
}

/** `GET /v1/models/{id}`. @throws GatewayError 404 */
export function modelNamed(id: string, names: readonly string[], since: Date) {
  if (!names.includes(id)) {
    throw new GatewayError(`The model "${id}" does not exist here. GET /v1/models lists those that do.`, {
      status: 404,
      type: 'not_found_error',
      code: 'model_not_found',
      param: 'model',
    });
  }
  return toModel(id, since);
}

function toModel(id: string, since: Date) {
  return { id, object: 'model', created: Math.floor(since.getTime() / 1000), owned_by: 'llm-gateway' };
}
