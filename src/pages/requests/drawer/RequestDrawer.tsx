import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Drawer, EmptyState, Stack } from '@grafana/ui';
import type { UsageDimension } from '@llm-gateway/catalogue';
import { LoadError } from '../../../components/states/LoadError';
import { Loading } from '../../../components/states/Loading';
import { CopyText } from './CopyText';
import { DetailsView } from './DetailsView';
import type { Neighbours } from './neighbours';
import { useNeighbourKeys } from './useNeighbourKeys';
import { useRequestDetails, type DetailsState } from './useRequestDetails';

interface Props extends Neighbours {
  gatewayUid: string;
  id: string;
  timeZone: string;
  /** Shows another request; none when undefined. */
  onOpen: (id: string | undefined) => void;
  /** Shows only requests with a value of a dimension. */
  onFilter: (name: UsageDimension, value: string) => void;
}

/** One request in full, beside the table. */
export function RequestDrawer({ gatewayUid, id, timeZone, newer, older, onOpen, onFilter }: Props) {
  const found = useRequestDetails(gatewayUid, id);
  useNeighbourKeys({ newer, older }, onOpen);
  return (
    <Drawer
      title={t('requests.drawer.title', 'Request')}
      subtitle={
        <Stack direction="row" gap={1} alignItems="center" wrap="wrap" justifyContent="space-between">
          <CopyText text={id} name={t('requests.drawer.request-id', 'request id')} />
          <Stack direction="row" gap={1}>
            <NeighbourButton
              id={newer}
              icon="arrow-up"
              tooltip={t('requests.drawer.newer-title', 'Newer request (k)')}
              onOpen={onOpen}
            >
              <Trans i18nKey="requests.drawer.newer">Newer</Trans>
            </NeighbourButton>
            <NeighbourButton
              id={older}
              icon="arrow-down"
              tooltip={t('requests.drawer.older-title', 'Older request (j)')}
              onOpen={onOpen}
            >
              <Trans i18nKey="requests.drawer.older">Older</Trans>
            </NeighbourButton>
          </Stack>
        </Stack>
      }
      size="md"
      onClose={() => onOpen(undefined)}
    >
      <Found found={found} timeZone={timeZone} onFilter={onFilter} />
    </Drawer>
  );
}

interface NeighbourButtonProps extends React.PropsWithChildren {
  id: string | undefined;
  icon: 'arrow-up' | 'arrow-down';
  tooltip: string;
  onOpen: (id: string) => void;
}

function NeighbourButton({ id, icon, tooltip, onOpen, children }: NeighbourButtonProps) {
  return (
    <Button
      size="sm"
      variant="secondary"
      icon={icon}
      tooltip={tooltip}
      disabled={id === undefined}
      onClick={() => id !== undefined && onOpen(id)}
    >
      {children}
    </Button>
  );
}

function Found({ found, ...rest }: { found: DetailsState } & Pick<Props, 'timeZone' | 'onFilter'>) {
  switch (found.state) {
    case 'loading':
      return <Loading />;
    case 'not-found':
      return (
        <EmptyState variant="not-found" message={t('requests.drawer.not-found', 'There is no such request')}>
          {found.reason}
        </EmptyState>
      );
    case 'failed':
      return <LoadError title={t('requests.drawer.failed', 'The request could not be read')} reason={found.reason} />;
    case 'loaded':
      return <DetailsView details={found.details} {...rest} />;
  }
}
