import { defined } from './json.js';
import type { UsageFields } from './usageFields.js';

export interface CompletionParts {
  readonly id: string;
  readonly model: string;
  readonly choices: readonly ChoiceParts[];
  readonly usage: UsageFields | undefined;
}

export interface ChoiceParts {
  readonly text: string | undefined;
  readonly refusal?: string | undefined;
  readonly reasoning?: string | undefined;
  readonly toolCalls?: readonly CalledTool[] | undefined;
  /** Further fields of the message. */
  readonly more?: Readonly<Record<string, unknown>> | undefined;
  readonly finishReason: string;
  readonly logprobs?: object | undefined;
}

/** A call that the model makes, as OpenAI has it. */
export interface CalledTool {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

/** A whole chat completion, as JSON. */
export function completion({ id, model, choices, usage }: CompletionParts): Buffer {
  return Buffer.from(
    JSON.stringify({
      id,
      object: 'chat.completion',
      created: Math.floor(Date.now() / 1000),
      model,
      choices: choices.map((choice, index) => ({
        index,
        message: message(choice),
        logprobs: choice.logprobs ?? null,
        finish_reason: choice.finishReason,
      })),
      ...(usage === undefined ? {} : { usage }),
    })
  );
}

function message({ text, refusal, reasoning, toolCalls, more }: ChoiceParts): object {
  return {
    role: 'assistant',
    content: text ?? null,
    refusal: refusal ?? null,
    ...defined({ reasoning_content: reasoning, tool_calls: toolCalls?.length ? toolCalls : undefined }),
    ...more,
  };
}
