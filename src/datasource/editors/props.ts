import type { UsageGrouping } from '@llm-gateway/catalogue';
import type { EditedType } from '../defaultQuery';
import type { QueryOf } from '../types';

/** Tells the values of a dimension to suggest; fails in words that can be shown. */
export type LoadValues = (dimension: UsageGrouping) => Promise<string[]>;

/** What the editor of one type of query is given. */
export interface EditorProps<T extends EditedType> {
  /** With all its fields. */
  query: QueryOf<T>;
  /** For what is chosen: takes it over and runs. */
  apply: (change: Partial<QueryOf<T>>) => void;
  /** For what is typed: takes it over, to be run when the field is left. */
  type: (change: Partial<QueryOf<T>>) => void;
  run: () => void;
  loadValues: LoadValues;
  /** Where the editor is, e.g. `CoreApp.UnifiedAlerting`. */
  app?: string;
}
