import { createContext, useContext } from 'react';
import type { FormItem } from '../../../../processes/formItems/items';
import type { Design } from './designer';
import type { Faults } from './faults';

/** What every part of the designer sees. */
export interface DesignValue {
  readonly items: readonly FormItem[];
  readonly faults: Faults;
  readonly readOnly: boolean;
  /** Also what has not been written yet is a fault: the officer asked what is missing. */
  readonly strict: boolean;
  readonly dispatch: (act: Design) => void;
  /** Said to who cannot see it. */
  readonly say: (text: string) => void;
}

export const DesignContext = createContext<DesignValue | null>(null);

export function useDesign(): DesignValue {
  const value = useContext(DesignContext);
  if (!value) throw new Error('Outside of the designer');
  return value;
}

/** An item and where it stands; what each part of its editor gets. */
export interface ItemProps<I extends FormItem = FormItem> {
  readonly item: I;
  readonly place: number;
}
