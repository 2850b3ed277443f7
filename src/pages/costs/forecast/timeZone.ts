/** A time zone of Grafana's, which may be the browser's own, as the gateway names it. */
export function zoneName(timeZone: string): string {
  switch (timeZone) {
    case 'utc':
      return 'UTC';
    case '':
    case 'browser':
      return Intl.DateTimeFormat().resolvedOptions().timeZone;
    default:
      return timeZone;
  }
}
