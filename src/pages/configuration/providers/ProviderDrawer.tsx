import React from 'react';
import type { Provider } from '../../../api/gateway/objects';
import { canTest } from '../../../api/user';
import { ObjectDrawer } from '../ObjectDrawer';
import type { SetUpTabProps } from '../tabProps';
import { EnableProvider } from './EnableProvider';
import { ProviderFacts } from './ProviderFacts';
import { ProviderForm } from './ProviderForm';
import { RemoveProvider } from './RemoveProvider';
import { TestProvider } from './TestProvider';

interface Props extends SetUpTabProps {
  provider: Provider;
  onClose: () => void;
}

/** All about one provider, and what can be done to it. */
export function ProviderDrawer({ gatewayUid, setUp, provider, onChanged, onClose }: Props) {
  return (
    <ObjectDrawer
      of={provider}
      facts={<ProviderFacts {...{ provider, setUp }} />}
      actions={canTest() && <TestProvider gatewayUid={gatewayUid} name={provider.name} />}
      changes={<EnableProvider {...{ gatewayUid, provider, setUp }} onDone={onChanged} />}
      form={(onSaved, onCancel) => <ProviderForm {...{ gatewayUid, provider, onSaved, onCancel }} />}
      removal={(onDone, onDismiss) => <RemoveProvider {...{ gatewayUid, provider, setUp, onDone, onDismiss }} />}
      {...{ onChanged, onClose }}
    />
  );
}
