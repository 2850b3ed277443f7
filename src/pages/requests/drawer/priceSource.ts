import { t } from '@grafana/i18n';
import { AS_IT_IS } from '../../../asItIs';

/** Where a price came from, in words. */
export function priceSource(source: string): string {
  const [kind, rest] = splitAt(source, ':');
  if (kind === 'config') {
    return rest === undefined
      ? t('requests.cost.from-config', 'Price of the configuration')
      : t('requests.cost.from-override', 'Price “{{name}}” of the configuration', { name: rest, ...AS_IT_IS });
  }
  const [list, version] = splitAt(source, '@');
  return version === undefined
    ? source
    : t('requests.cost.from-list', 'Price list {{list}}, version {{version}}', { list, version, ...AS_IT_IS });
}

function splitAt(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
