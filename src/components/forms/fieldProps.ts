/** What every field of a form takes. */
export interface FieldProps<V> {
  label: string;
  description?: string;
  /** What is wrong with it. */
  error?: string;
  required?: boolean;
  disabled?: boolean;
  value: V;
  onChange: (value: V) => void;
}
