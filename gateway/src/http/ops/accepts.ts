interface Choice {
  /** Lower case, with parameters other than q, without spaces: `text/plain;version=0.0.4`, `gzip`, `*`. */
  readonly value: string;
  /** 0 to 1; 0 refuses. */
  readonly weight: number;
}

/** What a header like Accept or Accept-Encoding asks for, what is liked best first. */
export function acceptedChoices(header: string | undefined): readonly Choice[] {
  return (header ?? '')
    .split(',')
    .flatMap((text): Choice[] => {
      const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
      const q = parameters.find((parameter) => /^q\s*=/.test(parameter));
      const weight = q === undefined ? 1 : Number(q.slice(q.indexOf('=') + 1));
      const rest = parameters.filter((parameter) => parameter !== q).map((each) => each.replace(/\s|"/g, ''));
      return name === '' || !(weight >= 0 && weight <= 1) ? [] : [{ value: [name, ...rest].join(';'), weight }];
    })
    .sort((a, b) => b.weight - a.weight);
}

/** Whether the OpenMetrics format 1.0 is liked better than Prometheus' text format; that one is for everyone else. */
export function prefersOpenMetrics(accept: string | undefined): boolean {
  const choices = acceptedChoices(accept).filter(({ weight }) => weight > 0);
  const first = choices.find(({ value }) =>
    /^application\/openmetrics-text(;|$)|^text\/plain(;|$)|^(text|\*)\/\*$/.test(value)
  );
  return /^application\/openmetrics-text(;version=1\.0\.0|;charset=utf-8)*$/.test(first?.value ?? '');
}

export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  const choices = acceptedChoices(acceptEncoding);
  const gzip = choices.find(({ value }) => value === 'gzip') ?? choices.find(({ value }) => value === '*');
  return gzip !== undefined && gzip.weight > 0;
}
