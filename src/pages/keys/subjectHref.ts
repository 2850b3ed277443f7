import { urlUtil } from '@grafana/data';
import { pageHref } from '../../routing/pageHref';
import { GATEWAY_VARIABLE } from '../../scenes/variables/names';
import type { Subject } from './rules/subject';

/** The address of another page, about one key, team or user of this gateway. */
export function subjectHref(route: 'requests' | 'costs', gatewayUid: string, { kind, name }: Subject): string {
  return urlUtil.renderUrl(pageHref(route), {
    from: 'now-30d',
    to: 'now',
    [`var-${GATEWAY_VARIABLE}`]: gatewayUid,
    [`var-${kind}`]: name,
  });
}
