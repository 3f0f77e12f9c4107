import { processes } from '../../../processes/registry';
import type { ProcessDefinition } from '../../../processes/define';
import { useSession } from '../auth/useSession';

/** Processes that the signed-in person may know of: confidential ones for their readers only. The api holds the same. */
export function useKnownProcesses(): readonly ProcessDefinition[] {
  const roles = useSession()?.user.roles ?? [];
  return Object.values(processes).filter(
    ({ confidential, readers }) => confidential !== true || roles.some((role) => readers.includes(role)),
  );
}
