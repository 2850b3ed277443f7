import type { Fields } from '../chat/completion/fields.js';
import { numberedCalls } from '../chat/completion/splitCompletion.js';
import { EventWriter } from './eventWriter.js';
import { Output } from './output.js';
import { responseObject, wantsSealedThinking } from './responseObject.js';

/** A chat completion as a response. @param body of the request */
export function toResponse(completion: Readonly<Fields>, body: Readonly<Fields>): Fields {
  const [choice = {}] = completion['choices'] as Fields[];
  const { message, logprobs, finish_reason: finish = 'stop' } = choice;
  const output = new Output(new EventWriter(), completion['id'], wantsSealedThinking(body));
  // The same items as a stream's, of which nobody hears.
  output.add(numberedCalls(message as Fields), logprobs);
  output.close();
  return responseObject({ head: completion, finish, output: output.items, usage: completion['usage'] }, body);
}
