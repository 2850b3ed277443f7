import { rewriteBody } from './openaiDialect/rewriteBody.js';
import type { Service } from './provider.js';

export interface PassedOnOptions {
  readonly path: string;
  /** Flat name, value, name, value …; the content type is added. */
  readonly headers: readonly string[];
  /** Whether streams tell what was used only if asked to, as chunks of completions do. */
  readonly askForUsage?: boolean;
}

/** An operation in the provider's own language: bytes pass through with only the model's name changed. */
export function passedOn({ path, headers, askForUsage = false }: PassedOnOptions): Service {
  const json = ['content-type', 'application/json', ...headers];
  return {
    call({ parameters, body, upload, headers: own = [] }, model) {
      if (upload === undefined) {
        const all = own.length === 0 ? json : [...json, ...own];
        return { path, headers: all, body: rewriteBody(parameters, body, model, askForUsage) };
      }
      const { body: form, length } = upload.open(model);
      const sized = ['content-type', upload.contentType, 'content-length', String(length)];
      return { path, headers: [...sized, ...headers], body: form };
    },
  };
}
