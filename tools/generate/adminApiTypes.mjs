// The admin API's types for the app (src/api/gateway/adminApi.ts), from what the gateway says of itself.
import openapiTS, { astToString } from 'openapi-typescript';

import { namedSchemas } from './namedSchemas.mjs';
import { openApiDocument } from './openApiDocument.mjs';

const PREFIX = '/api/v1';

/** Not for people: Prometheus and Alertmanager call them, with tokens of their own. */
const FOR_MACHINES = [`${PREFIX}/llm/metrics`, `${PREFIX}/alerts/webhook`];

const HEADER = `// Written by npm run generate from the gateway's /openapi.json; not edited by hand. Paths are those of the data source's
// resources: the admin API's without ${PREFIX}.

`;

/** @returns {Promise<string>} a TypeScript module */
export async function adminApiTypes() {
  const document = await openApiDocument();
  const paths = Object.entries(document.paths ?? {})
    .filter(([path]) => path.startsWith(`${PREFIX}/`) && !FOR_MACHINES.includes(path))
    .map(([path, operations]) => [path.slice(PREFIX.length), operations]);
  const named = namedSchemas({ ...document, paths: Object.fromEntries(paths) });
  // What has a default may be left out of a request.
  const types = await openapiTS(/** @type {any} */ (named), { defaultNonNullable: false });
  return HEADER + astToString(types);
}
