/** What a check found, in words for people, and what to do about it. */
export interface Finding {
  readonly severity: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly advice?: string;
  /** Something to paste where the advice says. */
  readonly snippet?: string;
}
