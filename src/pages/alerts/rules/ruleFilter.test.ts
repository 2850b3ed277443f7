import { ruleStandings } from '../ruleStanding';
import { evaluated, installed, ruleNamed } from '../testing';
import { filterParameters, filterRules, parseFilter } from './ruleFilter';

const DOWN = ruleNamed('LLMGatewayDown');
const LAG = ruleNamed('LLMGatewayEventLoopLag');
const standings = ruleStandings(
  [installed(DOWN), installed(LAG)],
  [evaluated(DOWN.uid), evaluated(LAG.uid, { state: 'firing' })]
);
const names = (search: string) => filterRules(standings, parseFilter(search)).map(({ rule }) => rule.name);

it('shows all, those that fire first', () => {
  expect(names('')).toHaveLength(standings.length);
  expect(names('')[0]).toBe(LAG.name);
  expect(names('').at(-1)).toBe(DOWN.name);
});

it.each([
  ['?q=event loop', [LAG.name]],
  ['?state=firing&state=inactive', [LAG.name, DOWN.name]],
  ['?state=firing&severity=critical', []],
  ['?q=llmgatewaydown', [DOWN.name]],
  ['?state=nonsense&q=llmgatewaydown', [DOWN.name]],
])('%s shows %p', (search, expected) => {
  expect(names(search)).toEqual(expected);
});

it('is in the URL, and no more of it than needed', () => {
  expect(filterParameters(parseFilter(''))).toEqual({ q: null, state: null, severity: null });
  expect(filterParameters(parseFilter('?q=a&state=firing&severity=info'))).toEqual({
    q: 'a',
    state: ['firing'],
    severity: ['info'],
  });
});
