import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { EvaluatorGroupView } from '../../../processes/grant/evaluatorGroupViews';
import { useRows } from '../api/reads';

interface GroupSelectProps {
  /** Null: no one group. */
  readonly value: string | null;
  /** What no one group means. */
  readonly none: string;
  readonly onChange: (group: EvaluatorGroupView | null) => void;
}

/** A group of evaluators, where the office has any. */
export function GroupSelect({ value, none, onChange }: GroupSelectProps) {
  const translate = useTranslate();
  const groups = useRows<EvaluatorGroupView>('evaluator-groups', { active: true });
  if (groups.data?.length === 0) return null;
  return (
    <TextField
      select
      label={translate('postup.evaluation.groups.one')}
      value={value ?? ''}
      onChange={(event) => onChange(groups.data?.find(({ id }) => id === event.target.value) ?? null)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      fullWidth
      margin="dense"
    >
      <MenuItem value="">{none}</MenuItem>
      {(groups.data ?? []).map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
