/** A generated file: its path below the repository, and its text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
