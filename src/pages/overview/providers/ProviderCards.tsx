import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import {
  sceneGraph,
  SceneObjectBase,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneQueryRunner,
} from '@grafana/scenes';
import { Text, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { readAnswer, tableRows, type Answer } from '../../../scenes/queries/answer';
import { usage } from '../../../scenes/queries/usage';
import { sharedSearch } from '../../../scenes/sharedSearch';
import { readProviders } from '../status/standing';
import { ProviderCard } from './ProviderCard';
import { figuresOf, providerFigures } from './providerFigures';

interface ProviderCardsState extends SceneObjectState {
  figures: SceneQueryRunner;
  costs: SceneQueryRunner;
}

/** A card for each provider that is configured, which leads to its page. Reads the page's `standing()`. */
export class ProviderCards extends SceneObjectBase<ProviderCardsState> {
  static Component = ProviderCardsRenderer;

  constructor() {
    super({
      figures: providerFigures(),
      costs: usage({ format: 'table', measures: ['cost_usd'], groupBy: ['provider'] }),
    });
    this.addActivationHandler(() => {
      const ends = [this.state.figures.activate(), this.state.costs.activate()];
      return () => ends.forEach((end) => end());
    });
  }
}

function ProviderCardsRenderer({ model }: SceneComponentProps<ProviderCards>) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { figures, costs } = model.useState();
  const standing = readAnswer(sceneGraph.getData(model).useState().data);
  const measured = framesOf(readAnswer(figures.useState().data));
  const costOf = costsByProvider(readAnswer(costs.useState().data));
  const providers = standing.state === 'answered' ? readProviders(standing.frames) : [];
  // Whatever keeps the providers from being read is told above.
  if (providers.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('overview.providers.label', 'Providers')}>
      <Text element="h2" variant="h5">
        <Trans i18nKey="overview.providers.title">Providers</Trans>
      </Text>
      <ul className={styles.cards}>
        {providers.map((provider) => (
          <li key={provider.name}>
            <ProviderCard
              provider={provider}
              figures={figuresOf(provider.name, measured)}
              cost={costOf?.get(provider.name) ?? (costOf && 0)}
              search={sharedSearch(search)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function framesOf(answer: Answer) {
  return answer.state === 'answered' ? answer.frames : [];
}

/** In US dollars; nothing while it is not known. */
function costsByProvider(answer: Answer): Map<unknown, number> | undefined {
  return answer.state === 'answered'
    ? new Map(tableRows(answer.frames, 'usage').map((row) => [row['provider'], Number(row['cost_usd'] ?? 0)]))
    : undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  cards: css({
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
    gap: theme.spacing(1),
  }),
});
