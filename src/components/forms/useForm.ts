import { useState, type FormEvent } from 'react';
import { faultsOf, type Faults } from './faults';

export interface Form<T> {
  readonly draft: T;
  readonly change: (changed: Partial<T>) => void;
  /** What is wrong with each field. */
  readonly faults: Faults<T>;
  /** What went wrong besides. */
  readonly failure: string | undefined;
  readonly saving: boolean;
  readonly submit: (event?: FormEvent) => void;
}

interface Options<T> {
  /** What is wrong before anybody is asked. */
  check?: (draft: T) => Faults<T>;
  /** Rejects with what the gateway says; a field that it names is marked. */
  save: (draft: T) => Promise<void>;
}

interface State<T> {
  readonly draft: T;
  readonly faults: Faults<T>;
  readonly failure?: string;
  readonly saving: boolean;
}

/** A form: what is typed, what is wrong with it, and saving it once at a time. */
export function useForm<T extends object>(initial: T, { check = () => ({}), save }: Options<T>): Form<T> {
  const [state, setState] = useState<State<T>>({ draft: initial, faults: {}, saving: false });

  const change = (changed: Partial<T>) =>
    setState((before) => {
      const faults = { ...before.faults };
      for (const field of Object.keys(changed) as Array<keyof T>) {
        delete faults[field];
      }
      return { ...before, draft: { ...before.draft, ...changed }, faults };
    });

  const run = async () => {
    const found = check(state.draft);
    if (Object.keys(found).length > 0) {
      setState({ ...state, faults: found, failure: undefined });
      return;
    }
    setState({ ...state, faults: {}, failure: undefined, saving: true });
    try {
      await save(state.draft);
      setState((before) => ({ ...before, saving: false }));
    } catch (error) {
      setState((before) => ({ ...before, ...faultsOf(error, before.draft), saving: false }));
    }
  };

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    event?.stopPropagation();
    if (!state.saving) {
      void run();
    }
  };

  return { draft: state.draft, change, faults: state.faults, failure: state.failure, saving: state.saving, submit };
}
