import { urlUtil } from '@grafana/data';
import { pageHref } from '../../routing/pageHref';
import { GATEWAY_VARIABLE } from '../../scenes/variables/names';
import type { Subject } from './rules/subject';

/** The address of another page, about one key, team or user of this gateway in the last 30 days. */
export function subjectHref(route: 'requests' | 'costs', gatewayUid: string, { kind, name }: Subject): string {
  const filter = route === 'requests' ? { [kind]: name } : { filter: `${kind}=${name}` };
  const gateway = { [`var-${GATEWAY_VARIABLE}`]: gatewayUid };
  return urlUtil.renderUrl(pageHref(route), { from: 'now-30d', to: 'now', ...gateway, ...filter });
}
