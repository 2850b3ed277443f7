/** Models that one of key, team and user is kept to. */
export interface ModelGrant {
  /** e.g. `team "platform"`. */
  readonly whose: string;
  /** `*` stands for anything. */
  readonly patterns: readonly string[];
}

/** Who pays for a request, and what it may do. */
export interface Principal {
  /** Name of the key, or of the token issuer's rule. */
  readonly key: string;
  readonly team: string | undefined;
  /** Owner of the key; goes before a `user` that the client writes into the body. */
  readonly user?: string | undefined;
  /** Attribution of every request of the key; the request's own tags go before them. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Whether a model may be asked for; undefined allows all. */
  readonly mayUse?: ((model: string) => boolean) | undefined;
  /** What mayUse goes by, to tell people. */
  readonly grants?: readonly ModelGrant[] | undefined;
}
