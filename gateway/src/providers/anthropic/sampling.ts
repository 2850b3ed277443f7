import type { Fields } from '../../chat/completion/fields.js';
import type { Unsupported } from '../unsupported.js';
import type { ModelTraits } from './models.js';

/** OpenAI's range ends at 2. */
const MAX_TEMPERATURE = 1;

/** @throws GatewayError 400 for a model that takes none of it. */
export function toSampling(
  { temperature, top_p: topP, top_k: topK }: Fields,
  { traits, thinks }: { readonly traits: ModelTraits; readonly thinks: boolean },
  unsupported: Unsupported
): Fields {
  const asked: Fields = {
    ...(temperature == null ? {} : { temperature: clamped(temperature) }),
    ...(topP == null ? {} : { top_p: topP }),
    ...(topK == null ? {} : { top_k: topK }),
  };
  return Object.fromEntries(
    Object.entries(asked).filter(([name, value]) => {
      if (value === 1 && name !== 'top_k') {
        // What it is without being said.
        return false;
      }
      if (!traits.sampling) {
        unsupported.field(name, 'this model takes none');
        return false;
      }
      if (thinks && name !== 'top_p') {
        unsupported.field(name, 'Anthropic takes none while the model thinks');
        return false;
      }
      return true;
    })
  );
}

function clamped(temperature: unknown): unknown {
  return typeof temperature === 'number' ? Math.min(temperature, MAX_TEMPERATURE) : temperature;
}
