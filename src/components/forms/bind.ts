import type { Form } from './useForm';

/** Ties a field to its place in a form. */
export function bind<T extends object, F extends keyof T>({ draft, change, faults, saving }: Form<T>, field: F) {
  return {
    value: draft[field],
    onChange: (value: T[F]) => change({ [field]: value } as unknown as Partial<T>),
    error: faults[field],
    disabled: saving,
  };
}
