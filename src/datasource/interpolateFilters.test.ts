import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { interpolateFilters } from './interpolateFilters';

/** Replaces `$name` as Grafana's own does: a format function gets the raw value, except for a custom "All". */
function templatesOf(variables: Record<string, string | string[]>, custom: Record<string, string> = {}): TemplateSrv {
  const replace: TemplateSrv['replace'] = (target = '', _scoped, format) =>
    target.replace(/\$(\w+)/g, (match, name: string) => {
      if (name in custom) {
        return custom[name];
      }
      if (!(name in variables)) {
        return match;
      }
      const value = variables[name];
      return typeof format === 'function' ? format(value) : Array.isArray(value) ? `{${value.join(',')}}` : value;
    });
  return { replace } as TemplateSrv;
}

const NONE: ScopedVars = {};
const interpolate = (values: string[], ...variables: Parameters<typeof templatesOf>) =>
  interpolateFilters([{ dimension: 'model', values }], NONE, templatesOf(...variables))[0].values;

it('keeps plain values', () => {
  expect(interpolate(['gpt-4o', 'org/model, large'], {})).toEqual(['gpt-4o', 'org/model, large']);
});

it('puts in all values selected in a variable', () => {
  expect(interpolate(['o3', '$model'], { model: ['gpt-4o', 'a,b'] })).toEqual(['o3', 'gpt-4o', 'a,b']);
});

it('puts a variable into a longer value', () => {
  expect(interpolate(['gpt-$size'], { size: '4o' })).toEqual(['gpt-4o']);
});

it('sets no filter for an empty variable', () => {
  expect(interpolate(['$model'], { model: '' })).toEqual([]);
  expect(interpolate(['$model'], { model: [] })).toEqual([]);
});

it.each(['.*', '$__all'])('sets no filter for "All" with the custom value %s', (all) => {
  expect(interpolate(['gpt-4o', '$model'], {}, { model: all })).toEqual([]);
});

it('leaves an unknown variable for the gateway to find nothing by, instead of counting everything', () => {
  expect(interpolate(['$gone'], {})).toEqual(['$gone']);
});
