import { Alert, Box, Button, MenuItem, TextField, Typography, type TextFieldProps } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import { formatEuro, headroom, parseRate } from '../../../../processes/grant/deMinimis';
import { formatMoney } from '../../../../processes/money';
import type { DeMinimisView } from '../../../../processes/officersSection/views';
import { useAct } from '../../api/useAct';
import { dayOf } from '../../shared/dates';
import { useNow } from '../../shared/useNow';
import { recordSupport } from './acts';
import { supportBody, typedCents, type TypedSupport } from './support';

type View = DeMinimisView & { readonly id: string };

const WIDE = { gridColumn: '1 / -1' } as const;

function Fields({
  typed,
  view,
  field,
}: {
  readonly typed: TypedSupport;
  readonly view: View;
  readonly field: (name: keyof TypedSupport) => TextFieldProps;
}) {
  const translate = useTranslate();
  if (typed.by === 'other') {
    return (
      <>
        <TextField {...field('amount')} label={translate('postup.office.deMinimis.cents')} />
        <TextField {...field('provider')} label={translate('postup.office.deMinimis.provider')} />
        {view.members.length > 1 && (
          <TextField {...field('ico')} select label={translate('postup.office.deMinimis.ico')}>
            {view.members.map((member) => (
              <MenuItem key={member} value={member}>
                {member}
              </MenuItem>
            ))}
          </TextField>
        )}
      </>
    );
  }
  const rate = field('rate');
  return (
    <>
      <TextField {...field('amount')} label={translate('postup.office.deMinimis.amount')} />
      <TextField
        {...rate}
        label={translate('postup.office.deMinimis.rate')}
        error={rate.error === true || (typed.rate !== '' && parseRate(typed.rate) === null)}
        helperText={
          rate.helperText ??
          translate(
            typed.rate !== '' && parseRate(typed.rate) === null ? 'postup.office.deMinimis.rateWrong' : 'postup.office.deMinimis.rateHint',
          )
        }
      />
      <TextField {...field('rateSource')} select label={translate('postup.office.deMinimis.source')}>
        <MenuItem value="cnb">{translate('postup.office.deMinimis.cnb')}</MenuItem>
        <MenuItem value="ecb">{translate('postup.office.deMinimis.ecb')}</MenuItem>
      </TextField>
    </>
  );
}

/** Writes a support down; what it makes in EUR and what is left is shown while it is typed, over the ceiling the server refuses with the provision. */
export function RecordSupport({ view }: { readonly view: View }) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const now = useNow();
  const empty: TypedSupport = {
    by: 'office',
    grantedOn: dayOf(now),
    amount: view.awarded === null ? '' : formatMoney(view.awarded),
    rate: '',
    rateSource: 'cnb',
    provider: '',
    ico: view.recipient.ico ?? '',
  };
  const [typed, setTyped] = useState(empty);
  const set = (change: Partial<TypedSupport>): void => {
    act.forget();
    setTyped({ ...typed, ...change });
  };
  const errors = act.error?.errors ?? {};
  const field = (name: keyof TypedSupport): TextFieldProps => {
    // Of another provider the server calls the amount by what it is in.
    const error = errors[name] ?? (name === 'amount' ? errors.cents : undefined);
    return {
      size: 'small',
      value: typed[name],
      onChange: (event) => set({ [name]: event.target.value }),
      error: error !== undefined,
      helperText: error,
    };
  };
  const cents = typedCents(typed);
  // Of the day that is typed, not of today.
  const valid = view.supports.filter(({ voided }) => voided === null);
  const left = typed.grantedOn === '' ? view.headroom : headroom(valid, typed.grantedOn);
  const body = supportBody(typed);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (body && (await act.run((_provider, key) => recordSupport(view.id, body, key), body, 'postup.office.deMinimis.recorded')))
      setTyped({ ...empty, amount: '' });
  };
  return (
    <Box
      component="form"
      onSubmit={(event: SyntheticEvent) => void submit(event)}
      aria-label={translate('postup.office.deMinimis.add')}
      sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'start' }}
    >
      <Typography variant="subtitle2" component="h3" sx={WIDE}>
        {translate('postup.office.deMinimis.add')}
      </Typography>
      <TextField
        {...field('by')}
        select
        label={translate('postup.office.deMinimis.provider')}
        onChange={(event) => set({ by: event.target.value === 'other' ? 'other' : 'office', amount: '' })}
        sx={WIDE}
      >
        <MenuItem value="office" sx={{ whiteSpace: 'normal' }}>
          {translate('postup.office.deMinimis.byOffice')}
        </MenuItem>
        <MenuItem value="other" sx={{ whiteSpace: 'normal' }}>
          {translate('postup.office.deMinimis.byOther')}
        </MenuItem>
      </TextField>
      <TextField
        {...field('grantedOn')}
        type="date"
        label={translate('postup.office.deMinimis.grantedOn')}
        helperText={errors.grantedOn ?? translate('postup.office.deMinimis.grantedOnHint')}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: dayOf(now) } }}
      />
      <Fields typed={typed} view={view} field={field} />
      {cents !== null && (
        <Typography variant="body2" role="status" sx={WIDE} color={cents > left ? 'error.main' : 'text.secondary'}>
          {translate('postup.office.deMinimis.inEuro', { amount: formatEuro(cents) })} {translate('postup.office.deMinimis.headroom')}:{' '}
          {formatEuro(left)}.
        </Typography>
      )}
      {act.error !== null && (
        <Alert severity="error" sx={WIDE}>
          {act.error.message}
        </Alert>
      )}
      <Box sx={WIDE}>
        <Button type="submit" size="small" variant="outlined" disabled={act.busy || body === null}>
          {translate('postup.office.deMinimis.record')}
        </Button>
      </Box>
    </Box>
  );
}
