import type { FastifyInstance } from 'fastify';

import { type AdminTokens, adminAccess } from './access.js';
import { plainPath } from './plainPath.js';

/** What holds for every route of the admin API: who may use it, and how requests are read. */
export function adminScope(app: FastifyInstance, tokens: AdminTokens): void {
  app.addHook('onRequest', adminAccess(tokens));
  app.addHook('onRequest', plainPath);
  // Many clients say that they send JSON when they send nothing.
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') {
      done(null, undefined);
    } else {
      void parse(request, body, done);
    }
  });
}
