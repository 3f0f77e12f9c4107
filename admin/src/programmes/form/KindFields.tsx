import type { ItemProps } from './design';
import { ComputedFields } from './fields/ComputedFields';
import { FilesField, LengthField } from './fields/LengthFields';
import { LimitFields } from './fields/LimitFields';
import { OptionFields } from './fields/OptionFields';
import { TableFields } from './fields/TableFields';

/** What only this kind of item has. */
export function KindFields({ item, place }: ItemProps) {
  switch (item.kind) {
    case 'text':
    case 'longText':
      return <LengthField item={item} place={place} />;
    case 'number':
    case 'money':
      return <LimitFields item={item} place={place} unit={item.kind} />;
    case 'choice':
    case 'choices':
      return <OptionFields item={item} place={place} />;
    case 'files':
      return <FilesField item={item} place={place} />;
    case 'table':
      return <TableFields item={item} place={place} />;
    case 'computed':
      return <ComputedFields item={item} place={place} />;
    default:
      return null;
  }
}
