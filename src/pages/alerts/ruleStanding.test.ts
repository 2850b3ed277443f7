import { alertRules } from '@llm-gateway/catalogue';
import { customUid } from './customUid';
import { withCondition } from './ruleCondition';
import { ruleStandings } from './ruleStanding';
import { evaluated, installed, ruleNamed } from './testing';

const RULE = ruleNamed('LLMGatewayEventLoopLag');

const standing = (...parameters: Parameters<typeof ruleStandings>) =>
  ruleStandings(...parameters).find(({ rule }) => rule === RULE)!;

it('has every rule of the catalogue, installed or not', () => {
  expect(ruleStandings([], []).map(({ rule }) => rule)).toEqual(alertRules);
  expect(standing([], [])).toMatchObject({
    origin: 'missing',
    state: 'missing',
    condition: { threshold: 0.25, for: '5m' },
    changed: false,
  });
});

it('takes the state from the evaluation', () => {
  const alerts = [{ labels: { instance: 'a' }, state: 'Alerting', activeAt: null, annotations: {} }];
  const found = standing([installed(RULE)], [evaluated(RULE.uid, { state: 'firing', alerts })]);
  expect(found).toMatchObject({ origin: 'file', state: 'firing', changed: false, evaluated: { alerts } });
  expect(standing([installed(RULE)], [])).toMatchObject({ state: 'unknown' });
  expect(standing([installed(RULE)], [evaluated(RULE.uid, { health: 'error' })])).toMatchObject({ state: 'error' });
  expect(standing([installed(RULE, { isPaused: true })], [])).toMatchObject({ state: 'paused' });
});

it('puts a copy with its own threshold in the place of the provisioned rule', () => {
  const copy = withCondition(installed(RULE, { uid: customUid(RULE), provenance: '' }), { threshold: 1, for: '5m' });
  const states = [evaluated(RULE.uid, { state: 'firing' }), evaluated(copy.uid)];
  expect(standing([installed(RULE), copy], states)).toMatchObject({
    origin: 'custom',
    state: 'inactive',
    condition: { threshold: 1, for: '5m' },
    changed: true,
  });
});

it('can change what no file provisioned', () => {
  expect(standing([installed(RULE, { provenance: '' })], [])).toMatchObject({ origin: 'installed' });
});
