import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ItemOf } from '../../../../../processes/formItems/items';
import { useDesign, type ItemProps } from '../design';
import { NumberLine, type Unit } from './NumberLine';

type Limited = ItemOf<'number'> | ItemOf<'money'> | ItemOf<'computed'>;

/** The least and the most that it may be. */
export function LimitFields({ item, place, unit }: ItemProps<Limited> & { readonly unit: Unit }) {
  const translate = useTranslate();
  const { faults, dispatch } = useDesign();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}>
      <NumberLine
        key={`min.${unit}`}
        label={translate('postup.designer.min')}
        unit={unit}
        value={item.min}
        onChange={(min) => dispatch({ do: 'change', item: { ...item, min } })}
        fault={faults[`${place}.min`]}
      />
      <NumberLine
        key={`max.${unit}`}
        label={translate('postup.designer.max')}
        unit={unit}
        value={item.max}
        onChange={(max) => dispatch({ do: 'change', item: { ...item, max } })}
        fault={faults[`${place}.max`]}
      />
    </Box>
  );
}
