import { useTranslate } from 'react-admin';
import { LIMITS, type ItemOf } from '../../../../../processes/formItems/items';
import { useDesign, type ItemProps } from '../design';
import { NumberLine } from './NumberLine';

/** How long the text may be. */
export function LengthField({ item, place }: ItemProps<ItemOf<'text'> | ItemOf<'longText'>>) {
  const translate = useTranslate();
  const { faults, dispatch } = useDesign();
  return (
    <NumberLine
      label={translate('postup.designer.maxLength')}
      hint={translate('postup.designer.otherwise', { limit: LIMITS[item.kind] })}
      unit="number"
      value={item.maxLength}
      onChange={(maxLength) => dispatch({ do: 'change', item: { ...item, maxLength } })}
      fault={faults[`${place}.maxLength`]}
    />
  );
}

/** How many files there may be. */
export function FilesField({ item, place }: ItemProps<ItemOf<'files'>>) {
  const translate = useTranslate();
  const { faults, dispatch } = useDesign();
  return (
    <NumberLine
      label={translate('postup.designer.most')}
      hint={translate('postup.designer.otherwise', { limit: LIMITS.files })}
      unit="number"
      value={item.most}
      onChange={(most) => dispatch({ do: 'change', item: { ...item, most } })}
      fault={faults[`${place}.most`]}
    />
  );
}
