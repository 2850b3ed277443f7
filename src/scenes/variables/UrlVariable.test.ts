import { SceneVariableSet, SceneVariableValueChangedEvent } from '@grafana/scenes';
import { UrlVariable } from './UrlVariable';

function build() {
  const variable = new UrlVariable('deployment');
  const changed = jest.fn();
  new SceneVariableSet({ variables: [variable] }).subscribeToEvent(SceneVariableValueChangedEvent, changed);
  return { variable, changed };
}

it('is in the URL under its own name, slashes and all', () => {
  const { variable, changed } = build();
  expect(variable.urlSync!.getKeys()).toEqual(['deployment']);
  variable.urlSync!.updateFromUrl({ deployment: 'together/meta-llama/Llama-3' });
  expect(variable.getValue()).toBe('together/meta-llama/Llama-3');
  expect(variable.urlSync!.getUrlState()).toEqual({ deployment: 'together/meta-llama/Llama-3' });
  expect(changed).toHaveBeenCalledTimes(1);
});

it('is not in the URL before anything was chosen, and keeps its value where the URL has none', () => {
  const { variable, changed } = build();
  expect(variable.urlSync!.getUrlState()).toEqual({ deployment: null });
  variable.urlSync!.updateFromUrl({ deployment: 'a/b' });
  variable.urlSync!.updateFromUrl({ deployment: null });
  expect(variable.getValue()).toBe('a/b');
  expect(changed).toHaveBeenCalledTimes(1);
});
