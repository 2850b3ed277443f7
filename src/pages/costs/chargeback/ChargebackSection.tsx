import React from 'react';
import { locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import {
  sceneGraph,
  SceneObjectBase,
  SceneObjectUrlSyncConfig,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { InlineField, LinkButton, MultiCombobox, Stack } from '@grafana/ui';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import { resourceUrl } from '../../../api/gateway/resourceUrl';
import { Answered } from '../../../components/states/Answered';
import { useAdminAnswer, useGatewayUid } from '../../../scenes/queries/useAdminAnswer';
import { SceneExploreLink } from '../../../scenes/SceneExploreLink';
import { costsOf } from '../CostsBody';
import { SectionPanel } from '../../../components/SectionPanel';
import { costDimensions, dimensionLabel, toDimension } from '../scope/dimensions';
import { MOST_ROWS } from '../spend/askBreakdown';
import { chargebackExploreQuery, chargebackQuery } from './chargebackQuery';
import { ChargebackTable } from './ChargebackTable';

interface ChargebackSectionState extends SceneObjectState {
  /** Never empty: a bill is for someone. In the URL. */
  readonly dimensions: readonly UsageGrouping[];
}

const USUAL: readonly UsageGrouping[] = ['team', 'key', 'model', 'provider'];

/** What is to be charged to whom, by month, to look at and as a file. */
export class ChargebackSection extends SceneObjectBase<ChargebackSectionState> {
  static Component = ChargebackSectionRenderer;

  protected _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['charge'] });

  constructor() {
    super({ dimensions: USUAL });
  }

  getUrlState(): SceneObjectUrlValues {
    return { charge: [...this.state.dimensions] };
  }

  updateFromUrl({ charge }: SceneObjectUrlValues): void {
    this.choose([charge ?? []].flat());
  }

  choose(names: readonly string[]): void {
    const dimensions = names.filter((name) => name.trim() !== '').map(toDimension);
    this.setState({ dimensions: dimensions.length === 0 ? USUAL : [...new Set(dimensions)] });
  }
}

function ChargebackSectionRenderer({ model }: SceneComponentProps<ChargebackSection>) {
  const { dimensions } = model.useState();
  const { filters } = costsOf(model).useState();
  const uid = useGatewayUid(model);
  const timeRange = sceneGraph.getTimeRange(model);
  const { value: range } = timeRange.useState();
  const query = chargebackQuery({ range, timeZone: timeRange.getTimeZone(), dimensions, filters });
  const answer = useAdminAnswer(model, JSON.stringify([dimensions, filters]), ({ api }) =>
    api.get('/usage', { query: { ...query, limit: MOST_ROWS } })
  );
  return (
    <SectionPanel
      title={t('costs.chargeback.title', 'Chargeback')}
      actions={
        <SceneExploreLink
          part={model}
          query={chargebackExploreQuery({ dimensions, filters })}
          tooltip={t(
            'costs.chargeback.explore',
            'By the same dimensions, over the whole time range instead of by month'
          )}
        />
      }
      description={t(
        'costs.chargeback.description',
        'Exact figures of the page’s time range and filters, by calendar month in the page’s time zone. The file has all rows, with amounts to the nano-dollar; its sum is the total below.'
      )}
    >
      <Stack direction="row" gap={2} wrap="wrap" alignItems="center" justifyContent="space-between">
        <InlineField label={t('costs.chargeback.by', 'A row for each')} htmlFor="charge-by">
          <MultiCombobox
            id="charge-by"
            createCustomValue
            options={chargebackOptions(dimensions)}
            value={[...dimensions]}
            width={60}
            onChange={(chosen) => model.choose(chosen.map(({ value }) => value))}
          />
        </InlineField>
        {/* In a place of its own: Grafana would look for a page of this address. */}
        <LinkButton
          icon="download-alt"
          variant="secondary"
          target="_blank"
          href={locationUtil.assureBaseUrl(resourceUrl(uid, '/usage/export', { query: { ...query, format: 'csv' } }))}
        >
          {t('costs.chargeback.download', 'Download CSV')}
        </LinkButton>
      </Stack>
      <Answered answer={answer} failed={t('costs.breakdown.failed', 'The costs cannot be read')}>
        {(usage) => <ChargebackTable usage={usage} dimensions={dimensions} timeZone={timeRange.getTimeZone()} />}
      </Answered>
    </SectionPanel>
  );
}

function chargebackOptions(chosen: readonly UsageGrouping[]) {
  const known = costDimensions();
  const tags = chosen.filter((each) => known.every(({ value }) => value !== each));
  return [...known, ...tags.map((value) => ({ value, label: dimensionLabel(value) }))];
}
