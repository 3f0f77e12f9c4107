import { LIMITS, type ItemOf } from '../../../../../processes/formItems/items';
import { useDesign, type ItemProps } from '../design';
import { PartList } from './PartList';

/** What a choice offers. */
export function OptionFields({ item, place }: ItemProps<ItemOf<'choice'> | ItemOf<'choices'>>) {
  const { dispatch } = useDesign();
  return (
    <PartList
      item={item}
      list="options"
      place={place}
      parts={item.options}
      most={LIMITS.options}
      onChange={(options) => dispatch({ do: 'change', item: { ...item, options } })}
    />
  );
}
