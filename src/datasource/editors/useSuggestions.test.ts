import { act, renderHook } from '@testing-library/react';
import { useSuggestions } from './useSuggestions';

const VARIABLES = ['model'];

function suggest(load: () => Promise<string[]>) {
  const loadValues = jest.fn(load);
  const { result } = renderHook(() => useSuggestions(loadValues, 'model', VARIABLES));
  const typed = async (text: string) => {
    let options: string[] = [];
    await act(async () => {
      options = (await result.current.options(text)).map(({ value }) => value);
    });
    return options;
  };
  return { loadValues, typed, failure: () => result.current.failure };
}

it('suggests variables, then values', async () => {
  const { typed, loadValues, failure } = suggest(async () => ['gpt-4o', 'o3']);
  expect(await typed('')).toEqual(['$model', 'gpt-4o', 'o3']);
  expect(loadValues).toHaveBeenCalledWith('model');
  expect(failure()).toBeUndefined();
});

it('narrows them down by what is typed, without asking again', async () => {
  const { typed, loadValues } = suggest(async () => ['gpt-4o', 'o3']);
  await typed('');
  expect(await typed('GPT')).toEqual(['gpt-4o']);
  expect(loadValues).toHaveBeenCalledTimes(1);
});

it('asks again when the list is opened again, and forgets what went wrong before', async () => {
  let calls = 0;
  const { typed, failure } = suggest(async () => {
    calls += 1;
    if (calls === 1) {
      throw new Error('The gateway cannot be reached.');
    }
    return ['o3'];
  });
  expect(await typed('')).toEqual(['$model']);
  expect(failure()).toBe('The gateway cannot be reached.');
  expect(await typed('')).toEqual(['$model', 'o3']);
  expect(failure()).toBeUndefined();
});
