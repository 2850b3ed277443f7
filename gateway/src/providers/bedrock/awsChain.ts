import type { AwsIdentity } from './settings.js';

/**
 * Credentials as AWS's own tools find them: profiles, web identity, the role of the container or of the instance; found
 * at the first call, and anew before they expire. AWS's package is loaded only where it is needed.
 * @param region of the service that web identities are exchanged at
 */
export function awsChain(region: string): () => Promise<AwsIdentity> {
  let chain: Promise<() => Promise<AwsIdentity>> | undefined;
  return async () => {
    chain ??= import('@aws-sdk/credential-provider-node').then(({ defaultProvider }) =>
      defaultProvider({ clientConfig: { region } })
    );
    return (await chain)();
  };
}
