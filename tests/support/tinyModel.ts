import { writeFileSync } from 'node:fs';

import { seededRandom } from './random.js';

/** Sizes of the network: as small as llama.cpp takes. */
const EMBEDDING = 32;
const HEADS = 2;
const FEED_FORWARD = 64;
const CONTEXT = 1_024;

const WORDS = (
  'able about above across after again air all almost along also always among and animal answer any apple around ask ' +
  'away back ball bank base bear beautiful because been before began behind best better between big bird black blue ' +
  'boat body book both box boy bring brother brown build built busy but buy call came car care carry cat cause change ' +
  'child city class clean clear close cloud cold color come common complete'
).split(' ');

/** Kinds of tokens of a SentencePiece vocabulary, as llama.cpp numbers them. */
const NORMAL = 1;
const UNKNOWN = 2;
const CONTROL = 3;
const BYTE = 6;

const CHAT_TEMPLATE =
  "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}assistant:";

/**
 * Writes a language model in GGUF (version 3, as ggml's documentation has it) with weights by chance: it reads any
 * text, byte by byte, and says English words without sense, which is all that the wire needs.
 */
export function writeTinyModel(file: string): void {
  const vocabulary = [
    { text: '<unk>', kind: UNKNOWN },
    { text: '<s>', kind: CONTROL },
    { text: '</s>', kind: CONTROL },
    ...Array.from({ length: 256 }, (_, byte) => ({
      text: `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
      kind: BYTE,
    })),
    ...WORDS.map((word) => ({ text: `\u2581${word}`, kind: NORMAL })),
  ];
  const values: Buffer[] = [
    entry('general.architecture', text('llama')),
    entry('general.name', text('tiny')),
    entry('llama.context_length', u32(CONTEXT)),
    entry('llama.embedding_length', u32(EMBEDDING)),
    entry('llama.block_count', u32(1)),
    entry('llama.feed_forward_length', u32(FEED_FORWARD)),
    entry('llama.rope.dimension_count', u32(EMBEDDING / HEADS)),
    entry('llama.attention.head_count', u32(HEADS)),
    entry('llama.attention.layer_norm_rms_epsilon', f32(1e-5)),
    entry('llama.vocab_size', u32(vocabulary.length)),
    entry('tokenizer.ggml.model', text('llama')),
    entry('tokenizer.ggml.tokens', array(vocabulary.map((token) => text(token.text)))),
    entry('tokenizer.ggml.scores', array(vocabulary.map((_, at) => f32(-at)))),
    entry('tokenizer.ggml.token_type', array(vocabulary.map(({ kind }) => i32(kind)))),
    entry('tokenizer.ggml.bos_token_id', u32(1)),
    entry('tokenizer.ggml.eos_token_id', u32(2)),
    entry('tokenizer.chat_template', text(CHAT_TEMPLATE)),
  ];
  const random = seededRandom(1);
  const spread = (scale: number) => () => (random() * 2 - 1) * scale;
  const one = () => 1;
  const firstWord = vocabulary.length - WORDS.length;
  const tensors: Tensor[] = [
    tensor('token_embd.weight', [EMBEDDING, vocabulary.length], spread(1)),
    tensor('output_norm.weight', [EMBEDDING], one),
    // Nothing but words is likely to be said.
    tensor('output.weight', [EMBEDDING, vocabulary.length], (at) => (at < firstWord * EMBEDDING ? 0 : spread(2)())),
    tensor('blk.0.attn_norm.weight', [EMBEDDING], one),
    ...['q', 'k', 'v', 'output'].map((name) =>
      tensor(`blk.0.attn_${name}.weight`, [EMBEDDING, EMBEDDING], spread(0.5))
    ),
    tensor('blk.0.ffn_norm.weight', [EMBEDDING], one),
    tensor('blk.0.ffn_gate.weight', [EMBEDDING, FEED_FORWARD], spread(0.5)),
    tensor('blk.0.ffn_up.weight', [EMBEDDING, FEED_FORWARD], spread(0.5)),
    tensor('blk.0.ffn_down.weight', [FEED_FORWARD, EMBEDDING], spread(0.5)),
  ];
  writeFileSync(file, gguf(values, tensors));
}

interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Buffer;
}

function tensor(name: string, shape: readonly number[], weight: (at: number) => number): Tensor {
  const length = shape.reduce((product, size) => product * size, 1);
  const data = Buffer.alloc(length * 4);
  for (let at = 0; at < length; at++) {
    data.writeFloatLE(weight(at), at * 4);
  }
  return { name, shape, data };
}

const ALIGNMENT = 32;

function gguf(values: readonly Buffer[], tensors: readonly Tensor[]): Buffer {
  let offset = 0;
  const infos = tensors.map(({ name, shape, data }) => {
    const info = [bytes(name), rawU32(shape.length), ...shape.map(rawU64), rawU32(0), rawU64(offset)];
    offset += aligned(data.length);
    return Buffer.concat(info);
  });
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    rawU32(3),
    rawU64(tensors.length),
    rawU64(values.length),
    ...values,
    ...infos,
  ]);
  return Buffer.concat([padded(head), ...tensors.map(({ data }) => padded(data))]);
}

const aligned = (length: number) => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
const padded = (data: Buffer) => Buffer.concat([data, Buffer.alloc(aligned(data.length) - data.length)]);

/** A value with the number of its type. */
interface Value {
  readonly type: number;
  readonly data: Buffer;
}

const entry = (name: string, { type, data }: Value) => Buffer.concat([bytes(name), rawU32(type), data]);
const u32 = (value: number): Value => ({ type: 4, data: rawU32(value) });
const i32 = (value: number): Value => ({ type: 5, data: rawU32(value) });
const f32 = (value: number): Value => ({ type: 6, data: Buffer.from(new Float32Array([value]).buffer) });
const text = (value: string): Value => ({ type: 8, data: bytes(value) });
const array = (items: readonly Value[]): Value => ({
  type: 9,
  data: Buffer.concat([rawU32(items[0]?.type ?? 0), rawU64(items.length), ...items.map(({ data }) => data)]),
});

function bytes(value: string): Buffer {
  const data = Buffer.from(value);
  return Buffer.concat([rawU64(data.length), data]);
}

function rawU32(value: number): Buffer {
  const data = Buffer.alloc(4);
  data.writeUInt32LE(value);
  return data;
}

function rawU64(value: number): Buffer {
  const data = Buffer.alloc(8);
  data.writeBigUInt64LE(BigInt(value));
  return data;
}
