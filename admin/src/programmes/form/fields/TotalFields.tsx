import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AmountField, ItemOf } from '../../../../../processes/formItems/items';
import { useDesign, type ItemProps } from '../design';
import { useNames } from '../useNames';
import { PickLine } from './PickLine';

const AMOUNTS = ['totalCost', 'requestedAmount'] as const satisfies readonly AmountField[];

/** The sum of a column of money against an amount of the application. */
export function TotalFields({ item, place }: ItemProps<ItemOf<'table'>>) {
  const translate = useTranslate();
  const { faults, dispatch } = useDesign();
  const { titled } = useNames();
  const { total, columns } = item;
  const money = columns.filter(({ kind, id }) => kind === 'money' || id === total?.column);
  const gone =
    total && !columns.some(({ id }) => id === total.column) ? [{ value: total.column, label: translate('postup.designer.lost') }] : [];
  if (money.length === 0 && gone.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}>
      <PickLine
        label={translate('postup.designer.total.column')}
        value={total?.column ?? ''}
        choices={[
          { value: '', label: translate('postup.designer.total.none') },
          ...money.map(({ id, title }) => ({ value: id, label: titled(title) })),
          ...gone,
        ]}
        onChange={(column) =>
          dispatch({ do: 'change', item: { ...item, total: column === '' ? undefined : { column, is: total?.is ?? 'totalCost' } } })
        }
        fault={faults[`${place}.total`]}
      />
      {total && (
        <PickLine
          label={translate('postup.designer.total.is')}
          value={total.is}
          choices={AMOUNTS.map((value) => ({ value, label: translate(`postup.designer.amount.${value}`) }))}
          onChange={(is) => dispatch({ do: 'change', item: { ...item, total: { ...total, is: is as AmountField } } })}
        />
      )}
    </Box>
  );
}
