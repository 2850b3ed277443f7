import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { installedDataSources } from '../../api/dataSources/installed';
import { useUrlState } from '../../components/urlState/useUrlState';
import { GATEWAY_VARIABLE } from '../../scenes/variables/names';

/** In the address as on every other page. */
export const GATEWAY_PARAMETER = `var-${GATEWAY_VARIABLE}`;

/** The gateway that the address names, or else the one of the settings, or else any; nothing where there is none. */
export function useChosenGateway(settled: string): string | undefined {
  const { get } = useUrlState();
  const uids = installedDataSources(DATASOURCE_ID).map(({ uid }) => uid);
  return [get(GATEWAY_PARAMETER), settled].find((uid) => uid !== undefined && uids.includes(uid)) ?? uids[0];
}
