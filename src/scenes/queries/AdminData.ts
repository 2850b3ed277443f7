import { getDefaultTimeRange, LoadingState, type DataFrame, type PanelData, type TimeRange } from '@grafana/data';
import {
  sceneGraph,
  SceneObjectBase,
  VariableDependencyConfig,
  type SceneDataProvider,
  type SceneDataProviderResult,
  type SceneObjectState,
} from '@grafana/scenes';
import { Subject, type Observable } from 'rxjs';
import { gatewayApi, type GatewayApi } from '../../api/gateway/gatewayApi';
import { errorMessage } from '../../api/grafana';
import { GATEWAY_VARIABLE } from '../variables/names';

/** What is asked of the admin API, and from where. */
export interface AdminQuestion {
  readonly api: GatewayApi;
  readonly range: TimeRange;
  /** As Grafana names it: may be `browser`. */
  readonly timeZone: string;
}

export interface AdminFrames {
  readonly series: DataFrame[];
  /** What is to be drawn over, where it is not the page's. */
  readonly timeRange?: TimeRange;
}

export type AskAdmin = (question: AdminQuestion, asker: AdminData) => Promise<AdminFrames>;

interface AdminDataState extends SceneObjectState {
  readonly data?: PanelData;
  readonly ask: AskAdmin;
}

/**
 * Frames that are made of answers of the admin API, where no query of the data source has them. Asked again with the
 * page's refresh, its time range and its gateway.
 */
export class AdminData extends SceneObjectBase<AdminDataState> implements SceneDataProvider<AdminDataState> {
  private readonly results = new Subject<SceneDataProviderResult>();
  private asked = 0;

  protected _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [GATEWAY_VARIABLE],
    onReferencedVariableValueChanged: () => void this.run(),
  });

  constructor(state: AdminDataState) {
    super(state);
    this.addActivationHandler(() => {
      const subscription = sceneGraph.getTimeRange(this).subscribeToState(() => void this.run());
      void this.run();
      return () => {
        this.asked++;
        subscription.unsubscribe();
      };
    });
  }

  getResultsStream(): Observable<SceneDataProviderResult> {
    return this.results;
  }

  /** Asks; an answer that another question has overtaken is left aside. */
  async run(): Promise<void> {
    const mine = ++this.asked;
    const timeRange = sceneGraph.getTimeRange(this);
    const question = {
      api: gatewayApi(sceneGraph.interpolate(this, `\${${GATEWAY_VARIABLE}}`)),
      range: timeRange.state.value,
      timeZone: timeRange.getTimeZone(),
    };
    this.show({ ...this.latest(), state: LoadingState.Loading });
    const data = await this.answer(question);
    if (mine === this.asked) {
      this.show(data);
    }
  }

  private async answer(question: AdminQuestion): Promise<PanelData> {
    const timeRange = question.range;
    try {
      return { timeRange, state: LoadingState.Done, ...(await this.state.ask(question, this)) };
    } catch (error) {
      return { state: LoadingState.Error, series: [], timeRange, errors: [{ message: errorMessage(error) }] };
    }
  }

  private latest(): PanelData {
    return this.state.data ?? { state: LoadingState.NotStarted, series: [], timeRange: getDefaultTimeRange() };
  }

  private show(data: PanelData): void {
    this.setState({ data });
    this.results.next({ data, origin: this });
  }
}
