/** Values of a query's parameters; one that is left out is not sent, a list is sent value by value. */
export type QueryValues = Readonly<Record<string, unknown>>;

/**
 * Where Grafana serves a path of the admin API, e.g. `/keys/{name}`, for a data source. A browser may open it too, as
 * for a download.
 */
export function resourceUrl(
  dataSourceUid: string,
  path: string,
  { path: names = {}, query = {} }: { path?: Readonly<Record<string, unknown>>; query?: QueryValues } = {}
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(names[name])));
  const parameters = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((each) => each !== undefined && each !== null)
        .map((each) => [name, String(each)])
    )
  ).toString();
  const url = `/api/datasources/uid/${encodeURIComponent(dataSourceUid)}/resources${filled}`;
  return parameters === '' ? url : `${url}?${parameters}`;
}
