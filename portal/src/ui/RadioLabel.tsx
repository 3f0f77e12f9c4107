import { GovFormLabel } from '@gov-design-system-ce/react';
import type { ReactNode } from 'react';

/** The label of a radio button or a checkbox: the design system hands its child an identifier of its own, which is not the input's. */
export function RadioLabel({ id, slot, children }: { readonly id: string; readonly slot?: string; readonly children: ReactNode }) {
  return (
    <GovFormLabel identifier={id} size="m" slot={slot}>
      {children}
    </GovFormLabel>
  );
}
