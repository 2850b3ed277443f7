/** Who pays for a request. */
export interface Principal {
  readonly key: string;
  readonly team: string | undefined;
}
