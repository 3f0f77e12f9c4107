import { GovIcon } from '@gov-design-system-ce/react';
import type { IconName } from './icons';

/** An icon beside words; it says nothing by itself, so screen readers pass over it. */
export function Icon({ name, slot }: { readonly name: IconName; readonly slot?: string }) {
  return (
    <span aria-hidden="true" className="icon" slot={slot}>
      <GovIcon name={name} type="components" />
    </span>
  );
}
