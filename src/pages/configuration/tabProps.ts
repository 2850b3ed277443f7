import type { SetUp } from './useSetUp';

/** What each list of what is set up takes. */
export interface SetUpTabProps {
  gatewayUid: string;
  setUp: SetUp;
  onChanged: () => void;
}
