import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useDesign, type ItemProps } from '../design';
import { askersBefore } from '../references';
import { useNames } from '../useNames';
import { PickLine } from './PickLine';

/** When the item is shown: always, or by an answer before it. */
export function ConditionFields({ item, place }: ItemProps) {
  const translate = useTranslate();
  const { items, faults, dispatch } = useDesign();
  const { askerName, answerName, titleOf } = useNames();
  const { shownIf } = item;
  const askers = askersBefore(items, place);
  const asker = askers.find((one) => one.item === shownIf?.item);
  // Moved behind this one, it stays in sight with its fault.
  const misplaced = shownIf && !asker ? [{ value: shownIf.item, label: titleOf(shownIf.item) }] : [];
  const fault = faults[`${place}.shownIf`];
  const answers = asker?.answers.map((one) => ({ value: String(one.is), label: answerName(one) })) ?? [];
  const isOffered = answers.some(({ value }) => value === String(shownIf?.is));
  const ask = (id: string): void => {
    const first = askers.find((one) => one.item === id)?.answers[0];
    dispatch({ do: 'change', item: { ...item, shownIf: first && { item: id, is: first.is } } });
  };
  const answer = (text: string): void => {
    const chosen = asker?.answers.find(({ is }) => String(is) === text);
    if (asker && chosen) dispatch({ do: 'change', item: { ...item, shownIf: { item: asker.item, is: chosen.is } } });
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: shownIf ? '3fr 2fr' : '1fr' }, columnGap: 2 }}>
      <PickLine
        label={translate('postup.designer.condition.item')}
        value={shownIf?.item ?? ''}
        choices={[
          { value: '', label: translate('postup.designer.condition.none') },
          ...askers.map((one) => ({ value: one.item, label: askerName(one) })),
          ...misplaced,
        ]}
        onChange={ask}
        fault={asker ? undefined : fault}
      />
      {asker && shownIf && (
        <PickLine
          label={translate(asker.item === 'applicantKind' ? 'postup.designer.condition.applicantIs' : 'postup.designer.condition.is')}
          value={isOffered ? String(shownIf.is) : ''}
          choices={answers}
          onChange={answer}
          fault={fault}
        />
      )}
    </Box>
  );
}
