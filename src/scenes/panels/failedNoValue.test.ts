import { getDefaultTimeRange, LoadingState } from '@grafana/data';
import { PanelBuilders, SceneDataNode } from '@grafana/scenes';
import { failedNoValue } from './failedNoValue';

it('does not claim that there was nothing when it could not ask', () => {
  const answerOf = (state: LoadingState) => ({ state, series: [], timeRange: getDefaultTimeRange() });
  const data = new SceneDataNode({ data: answerOf(LoadingState.Done) });
  const panel = PanelBuilders.table().setNoValue('No requests').setData(data).build();
  const end = failedNoValue(panel);
  const shown = (state: LoadingState) => {
    data.setState({ data: answerOf(state) });
    return panel.state.fieldConfig.defaults.noValue;
  };

  expect(shown(LoadingState.Error)).toBe('Not known: the query failed');
  // No flicker while it is asked again.
  expect(shown(LoadingState.Loading)).toBe('Not known: the query failed');
  expect(shown(LoadingState.Done)).toBe('No requests');
  end();
  expect(shown(LoadingState.Error)).toBe('No requests');
});
