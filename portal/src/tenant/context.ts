import { createContext, useContext } from 'react';
import type { TenantView } from '../../../processes/views';

export interface Place {
  /** The municipality of the address; null on pages of none, or while it is being read. */
  readonly tenant: TenantView | null;
  readonly slug: string | null;
}

export const TenantContext = createContext<Place>({ tenant: null, slug: null });

export function useTenant(): Place {
  return useContext(TenantContext);
}
