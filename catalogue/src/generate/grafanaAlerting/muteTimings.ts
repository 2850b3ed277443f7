import { WEEKENDS } from '../../alerts/weekends.js';

export function grafanaMuteTimings(): object {
  return {
    muteTimes: [{ orgId: 1, name: WEEKENDS.name, time_intervals: [{ weekdays: WEEKENDS.weekdays }] }],
  };
}
