import { MappingType, SpecialValueMatch, type ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';

import { OFF } from '../palette.js';

/** Says in a neutral colour that there is no value: thresholds would give it that of the lowest. */
export function nothing(text: string): ValueMapping {
  return {
    type: MappingType.SpecialValue,
    options: { match: SpecialValueMatch.NullAndNan, result: { text, color: OFF } },
  };
}
