import type { TokenUsage } from '../usage/event.js';

/** Kinds of use that are charged for, in the order in which `split` counts them. */
export const KINDS = [
  'input',
  'cachedInput',
  'cachedAudioInput',
  'cacheWrite5m',
  'cacheWrite1h',
  'audioInput',
  'imageInput',
  'output',
  'reasoning',
  'audioOutput',
  'imageOutput',
  'request',
  'image',
  'character',
  'audioSecond',
] as const;

export type Kind = (typeof KINDS)[number];

/**
 * A use as amounts that do not overlap, by `KINDS`: each token is in one of them, and those of the input, and of the
 * output, add up to what the provider reported in all. Where its details say more than that, what comes first keeps
 * its tokens: cached, written for an hour, written for five minutes, audio, image; reasoning, audio, image. Audio that
 * has no room beside what is cached has been cached itself.
 */
export function split(tokens: TokenUsage): readonly number[] {
  const { input, output, audioInput = 0 } = tokens;
  const cached = Math.min(tokens.cachedInput, input);
  const written1h = Math.min(tokens.cacheWrite1h ?? 0, input - cached);
  const written5m = Math.min(tokens.cacheWrite5m ?? 0, input - cached - written1h);
  const fresh = input - cached - written1h - written5m;
  const cachedAudio = Math.min(cached, Math.max(tokens.cachedAudioInput ?? 0, audioInput - fresh, 0));
  const audio = Math.min(fresh, Math.max(0, audioInput - cachedAudio));
  const image = Math.min(tokens.imageInput ?? 0, fresh - audio);
  const reasoning = Math.min(tokens.reasoning, output);
  const spoken = Math.min(tokens.audioOutput ?? 0, output - reasoning);
  const drawn = Math.min(tokens.imageOutput ?? 0, output - reasoning - spoken);
  return [
    fresh - audio - image,
    cached - cachedAudio,
    cachedAudio,
    written5m,
    written1h,
    audio,
    image,
    output - reasoning - spoken - drawn,
    reasoning,
    spoken,
    drawn,
    tokens.requests ?? 1,
    tokens.images ?? 0,
    tokens.characters ?? 0,
    tokens.audioSeconds ?? 0,
  ];
}
