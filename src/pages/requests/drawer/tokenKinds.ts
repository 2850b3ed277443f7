import { t } from '@grafana/i18n';
import type { RequestDetails } from '../list/requestRow';

export interface TokenKind {
  readonly label: string;
  readonly count: number;
  /** Whether it is among the input or output tokens above it. */
  readonly part: boolean;
}

/** What was used, by kind. Kinds of which there are none are left out, input and output are not. */
export function tokenKinds(details: RequestDetails): TokenKind[] {
  const part = (label: string, count: number): TokenKind[] => (count > 0 ? [{ label, count, part: true }] : []);
  const apart = (label: string, count: number): TokenKind[] => (count > 0 ? [{ label, count, part: false }] : []);
  return [
    { label: t('requests.tokens.input', 'Input'), count: details.input_tokens, part: false },
    ...part(t('requests.tokens.cached-input', 'read from the provider’s cache'), details.cached_input_tokens),
    ...part(t('requests.tokens.cache-write-5m', 'written to its cache for 5 minutes'), details.cache_write_5m_tokens),
    ...part(t('requests.tokens.cache-write-1h', 'written to its cache for an hour'), details.cache_write_1h_tokens),
    ...part(t('requests.tokens.audio-input', 'audio'), details.audio_input_tokens),
    ...part(t('requests.tokens.cached-audio-input', 'audio read from the cache'), details.cached_audio_input_tokens),
    ...part(t('requests.tokens.image-input', 'images'), details.image_input_tokens),
    { label: t('requests.tokens.output', 'Output'), count: details.output_tokens, part: false },
    ...part(t('requests.tokens.reasoning', 'reasoning'), details.reasoning_tokens),
    ...part(t('requests.tokens.audio-output', 'spoken'), details.audio_output_tokens),
    ...part(t('requests.tokens.image-output', 'drawn'), details.image_output_tokens),
    ...apart(t('requests.tokens.images', 'Images made'), details.images),
    ...apart(t('requests.tokens.characters', 'Characters spoken'), details.characters),
    ...apart(t('requests.tokens.audio-seconds', 'Seconds of audio'), details.audio_seconds),
  ];
}
