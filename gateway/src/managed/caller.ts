/** Who asks for a change, for the audit log. */
export interface Caller {
  /** `admin`, or the person that the caller names. */
  readonly actor: string;
  /** IP address. */
  readonly address: string | undefined;
}
