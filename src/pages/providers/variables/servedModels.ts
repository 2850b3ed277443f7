import {
  CustomVariable,
  sceneGraph,
  VariableDependencyConfig,
  type SceneVariable,
  type VariableValueOption,
} from '@grafana/scenes';
import { VariableHide } from '@grafana/schema';
import { t } from '@grafana/i18n';
import { from, type Observable } from 'rxjs';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { GATEWAY_VARIABLE } from '../../../scenes/variables/names';
import { MODEL, PROVIDER, SERVED } from './names';

/** The models that the page's provider has deployments for, as the gateway is configured now. */
class ServedModels extends CustomVariable {
  protected _variableDependency = new VariableDependencyConfig(this, { variableNames: [GATEWAY_VARIABLE, PROVIDER] });

  getValueOptions(): Observable<VariableValueOption[]> {
    const api = gatewayApi(sceneGraph.interpolate(this, `\${${GATEWAY_VARIABLE}}`));
    const provider = sceneGraph.lookupVariable(PROVIDER, this)?.getValue();
    // A page whose gateway cannot be asked says so, and shows the figures of all models.
    const models = api.get('/deployments').then(
      ({ deployments }) => deployments.filter((each) => each.provider === provider).map(({ model }) => model),
      () => []
    );
    return from(models.then((names) => [...new Set(names)].sort().map((name) => ({ label: name, value: name }))));
  }
}

const ALL = { value: '$__all', text: 'All', includeAll: true } as const;

/** Narrows the page to one model that clients ask for. All includes those that went on to this provider from elsewhere. */
export function modelVariable(): SceneVariable {
  return new ServedModels({ ...ALL, name: MODEL, label: t('providers.variables.model', 'Model'), allValue: '.*' });
}

/** For what is told of models and not of providers. */
export function servedVariable(): SceneVariable {
  return new ServedModels({ ...ALL, name: SERVED, isMulti: true, skipUrlSync: true, hide: VariableHide.hideVariable });
}
