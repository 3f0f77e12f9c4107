import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { DateInput, maxLength, NumberInput, required, TextInput, useTranslate } from 'react-admin';
import type { CallView } from '../../../../processes/programmeViews';
import type { ProgrammeView } from '../../../../processes/views';
import type { PostupDataProvider } from '../../api/dataProvider';
import { useAct } from '../../api/useAct';
import { dayOf } from '../../shared/dates';
import { DialogForm, DialogRefusal } from '../../shared/DialogForm';
import { MomentInput } from '../../shared/MomentInput';
import { MoneyInput } from '../../shared/MoneyInput';

const FIELDS = ['title', 'intakeOpensAt', 'intakeClosesAt', 'decisionDays', 'settlementDueOn', 'amount'] as const;
type Field = (typeof FIELDS)[number];
const PROLONGED: readonly Field[] = ['intakeClosesAt', 'settlementDueOn'];

const TWO = { display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 } as const;

/** A date input gives the day at midnight or as text; the server wants the day alone. */
const plain = (value: unknown): unknown => (value instanceof Date ? dayOf(value) : value);

interface CallDialogProps {
  readonly programme: ProgrammeView;
  /** Null: a new one. */
  readonly call: CallView | null;
  readonly onClose: () => void;
}

/** Adds a call, changes one that is prepared, or prolongs one that is published. */
export function CallDialog({ programme, call, onClose }: CallDialogProps) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const published = call !== null && call.publishedAt !== null;
  const fixed = (field: Field): boolean => published && !PROLONGED.includes(field);
  const dataOf = (values: Readonly<Record<string, unknown>>): object => {
    const data = Object.fromEntries(FIELDS.filter((field) => !fixed(field)).map((field) => [field, plain(values[field])]));
    if (!published) data.title ??= '';
    return data;
  };
  const work = (provider: PostupDataProvider, data: object, key: string): Promise<unknown> =>
    call === null ? provider.addCall(programme.id, data, key) : provider.editCall(programme.id, call, data);
  const record = call ?? { decisionDays: programme.decisionDays, amount: null, title: '' };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="call-dialog">
      <DialogForm record={record} act={act} dataOf={dataOf} work={work} done="postup.calls.saved" onDone={onClose}>
        <DialogTitle id="call-dialog">{translate(call === null ? 'postup.calls.add' : 'postup.calls.edit')}</DialogTitle>
        <DialogContent>
          <DialogRefusal act={act} fields={FIELDS} />
          {published && (
            <Alert severity="info" sx={{ mb: 1 }}>
              {translate('postup.calls.prolongOnly')}
            </Alert>
          )}
          <TextInput
            source="title"
            label="postup.calls.title"
            helperText="postup.calls.help.title"
            validate={maxLength(200)}
            disabled={fixed('title')}
            fullWidth
          />
          <Box sx={TWO}>
            <MomentInput
              source="intakeOpensAt"
              label="postup.calls.intakeOpensAt"
              helper="postup.programmes.help.intake"
              validate={required()}
              disabled={fixed('intakeOpensAt')}
            />
            <MomentInput source="intakeClosesAt" label="postup.calls.intakeClosesAt" validate={required()} />
            <NumberInput
              source="decisionDays"
              label="postup.calls.decisionDays"
              helperText="postup.programmes.help.decisionDays"
              min={1}
              max={730}
              step={1}
              validate={required()}
              disabled={fixed('decisionDays')}
            />
            <DateInput
              source="settlementDueOn"
              label="postup.calls.settlementDueOn"
              helperText="postup.programmes.help.settlement"
              validate={required()}
            />
          </Box>
          <MoneyInput source="amount" label="postup.calls.amount" helper="postup.calls.help.amount" disabled={fixed('amount')} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('postup.words.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={act.busy}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  );
}
