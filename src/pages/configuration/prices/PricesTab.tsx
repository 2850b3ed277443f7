import React, { useCallback, useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Drawer, Stack, Text } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { canConfigure } from '../../../api/user';
import { ConfirmChange } from '../../../components/confirm/ConfirmChange';
import { useUrlState } from '../../../components/urlState/useUrlState';
import { ObjectDrawer } from '../ObjectDrawer';
import type { SetUpTabProps } from '../tabProps';
import { OverrideTable } from './OverrideTable';
import { NEW_PRICE, type PriceStart } from './priceDraft';
import { PriceFacts } from './PriceFacts';
import { PriceForm } from './PriceForm';
import { PricesInForce } from './PricesInForce';
import { UnpricedNotice } from './UnpricedNotice';
import { AS_IT_IS } from '../../../asItIs';

/** What everything costs, where that comes from, and prices of one's own. */
export function PricesTab({ gatewayUid, setUp, onChanged }: SetUpTabProps) {
  const { get, change } = useUrlState();
  const [adding, setAdding] = useState<PriceStart>();
  const providers = setUp.providers.map(({ name }) => name);
  const onOpen = useCallback((name: string) => change({ open: name }), [change]);
  const price = setUp.prices.find(({ name }) => name === get('open'));

  return (
    <Stack direction="column" gap={2}>
      <UnpricedNotice deployments={setUp.deployments} />
      <Stack gap={2} alignItems="center">
        <Text element="h3">
          <Trans i18nKey="prices.own">Prices of your own</Trans>
        </Text>
        {canConfigure() && (
          <Button size="sm" icon="plus" onClick={() => setAdding(NEW_PRICE)}>
            <Trans i18nKey="prices.add">Add price</Trans>
          </Button>
        )}
      </Stack>
      {setUp.prices.length === 0 ? (
        <Text color="secondary">
          <Trans i18nKey="prices.no-own">None: every price is of the price list, or of a deployment.</Trans>
        </Text>
      ) : (
        <OverrideTable prices={[...setUp.prices]} onOpen={onOpen} />
      )}
      <Text element="h3">
        <Trans i18nKey="prices.in-force.title">In force now</Trans>
      </Text>
      <PricesInForce deployments={setUp.deployments} onSet={canConfigure() ? setAdding : undefined} />
      {adding && (
        <Drawer
          title={t('prices.new', 'New price')}
          size="md"
          closeOnMaskClick={false}
          onClose={() => setAdding(undefined)}
        >
          <PriceForm
            {...{ gatewayUid, providers }}
            start={adding}
            onSaved={() => {
              setAdding(undefined);
              onChanged();
            }}
            onCancel={() => setAdding(undefined)}
          />
        </Drawer>
      )}
      {price && (
        <ObjectDrawer
          key={`${price.name} ${price.revision}`}
          of={price}
          facts={<PriceFacts price={price} />}
          form={(onSaved, onCancel) => <PriceForm {...{ gatewayUid, price, providers, onSaved, onCancel }} />}
          removal={(onDone, onDismiss) => (
            <ConfirmChange
              title={t('prices.remove.title', 'Remove the price {{name}}', { name: price.name, ...AS_IT_IS })}
              consequence={t(
                'prices.remove.note',
                'The price list applies again from now on; what was spent keeps the price that it had.'
              )}
              confirm={t('prices.remove.confirm', 'Remove')}
              name={price.name}
              change={() => {
                const { name, revision } = price;
                return gatewayApi(gatewayUid).delete('/prices/{name}', { path: { name }, query: { revision } });
              }}
              {...{ onDone, onDismiss }}
            />
          )}
          onChanged={onChanged}
          onClose={() => change({ open: undefined })}
        />
      )}
    </Stack>
  );
}
