/** What is asked of a simulated provider. */
export interface AskedOf {
  readonly model: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface SimulatedAnswer {
  /** Taken from the rate limit. */
  readonly tokens: number;
  /** JSON if left out. */
  readonly type?: string;
  readonly body: object | Buffer | string;
}

/** An operation that is answered at once, and always with the same to the same question. */
export interface SimulatedOperation {
  /** Under the base URL. */
  readonly path: string;
  /** Undefined for what is no such request. */
  read(body: unknown): AskedOf | undefined;
  answer(asked: AskedOf): SimulatedAnswer;
}

/** A JSON object that names a model. */
export function readJson(body: unknown): AskedOf | undefined {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const { model = 'default' } = fields;
  return typeof model === 'string' ? { model, fields } : undefined;
}
