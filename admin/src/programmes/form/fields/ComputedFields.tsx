import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { isMoney } from '../../../../../processes/formItems/amounts';
import type { FormItem, ItemOf } from '../../../../../processes/formItems/items';
import { useDesign, type ItemProps } from '../design';
import { numbersIn } from '../references';
import { useNames } from '../useNames';
import { LimitFields } from './LimitFields';
import type { Unit } from './NumberLine';
import { NumbersLine } from './NumbersLine';
import { PickLine } from './PickLine';

function unitOf(item: ItemOf<'computed'>, items: readonly FormItem[]): Unit {
  if (item.percentOf !== undefined) return 'percent';
  return isMoney(item, items) ? 'money' : 'number';
}

/** What is added up, what is taken away, and of what it is a share. */
export function ComputedFields({ item, place }: ItemProps<ItemOf<'computed'>>) {
  const translate = useTranslate();
  const { items, faults, dispatch } = useDesign();
  const { numberName } = useNames();
  const unit = unitOf(item, items);
  const numbers = numbersIn(items).map((number) => ({ value: number.reference, label: numberName(number) }));
  // One that is no number any more stays in sight until it is taken out.
  const offered = (used: readonly string[]) => [
    ...numbers,
    ...used.flatMap((value) => (numbers.some((one) => one.value === value) ? [] : [{ value, label: translate('postup.designer.lost') }])),
  ];
  const change = (changed: ItemOf<'computed'>): void => {
    // A limit in crowns says nothing of per cent.
    const kept = unitOf(changed, items) === unit ? {} : { min: undefined, max: undefined };
    dispatch({ do: 'change', item: { ...changed, ...kept } });
  };
  const minus = item.minus ?? [];
  const percentOf = item.percentOf ?? '';
  return (
    <>
      <NumbersLine
        label={translate('postup.designer.computed.plus')}
        value={item.plus}
        choices={offered(item.plus)}
        onChange={(plus) => change({ ...item, plus })}
        fault={faults[`${place}.plus`]}
      />
      <NumbersLine
        label={translate('postup.designer.computed.minus')}
        value={minus}
        choices={offered(minus)}
        onChange={(chosen) => change({ ...item, minus: chosen.length === 0 ? undefined : chosen })}
        fault={faults[`${place}.minus`]}
      />
      <PickLine
        label={translate('postup.designer.computed.percentOf')}
        hint={translate('postup.designer.computed.percentHint')}
        value={percentOf}
        choices={[{ value: '', label: translate('postup.designer.computed.noShare') }, ...offered(percentOf === '' ? [] : [percentOf])]}
        onChange={(chosen) => change({ ...item, percentOf: chosen === '' ? undefined : chosen })}
        fault={faults[`${place}.percentOf`]}
      />
      <Typography variant="subtitle2" component="p" sx={{ mt: 1 }}>
        {translate('postup.designer.computed.limits')}
      </Typography>
      <LimitFields item={item} place={place} unit={unit} />
    </>
  );
}
