import { Box, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ApiError } from '../api/http';
import { useOffice } from '../api/useOffice';
import { FileButton } from '../shared/FileButton';

/** As it is typed. */
export interface TypedResolution {
  readonly resolutionNumber: string;
  readonly decidedOn: string;
  readonly votesFor: string;
  readonly votesAgainst: string;
  readonly votesAbstained: string;
}

const VOTES = ['votesFor', 'votesAgainst', 'votesAbstained'] as const;

interface ResolutionFieldsProps {
  readonly value: TypedResolution;
  readonly errors: Readonly<Record<string, string>>;
  readonly disabled: boolean;
  readonly today: string;
  readonly change: (change: Partial<TypedResolution>) => void;
}

/** Number, date and votes: the same for every application of the list. */
export function ResolutionFields({ value, errors, disabled, today, change }: ResolutionFieldsProps) {
  const translate = useTranslate();
  const field = (name: keyof TypedResolution) => ({
    label: translate(`postup.bulk.${name}`),
    value: value[name],
    disabled,
    required: true,
    error: errors[name] !== undefined,
    helperText: errors[name],
    onChange: (event: { readonly target: { readonly value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 1 }}>
      <TextField {...field('resolutionNumber')} sx={{ flex: '1 1 180px' }} slotProps={{ htmlInput: { maxLength: 60 } }} />
      <TextField
        {...field('decidedOn')}
        type="date"
        sx={{ flex: '1 1 150px' }}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
      />
      {VOTES.map((name) => (
        <TextField
          key={name}
          {...field(name)}
          sx={{ flex: '1 1 90px' }}
          slotProps={{ htmlInput: { inputMode: 'numeric', pattern: '\\d{1,3}', maxLength: 3 } }}
        />
      ))}
    </Box>
  );
}

export interface Attached {
  readonly id: string;
  readonly title: string;
}

interface ResolutionFileProps {
  /** Where it is uploaded; the server puts it into the others. */
  readonly caseId: string;
  readonly attached: Attached | null;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly onAttached: (document: Attached) => void;
}

/** The resolution as a file, once for the whole list. */
export function ResolutionFile({ caseId, attached, error, disabled, onAttached }: ResolutionFileProps) {
  const translate = useTranslate();
  const office = useOffice();
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const upload = async (file: File): Promise<void> => {
    setBusy(true);
    setRefused(undefined);
    try {
      onAttached(await office((provider) => provider.upload(caseId, file)));
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setRefused(failure.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box sx={{ mb: 1 }}>
      <FileButton label={translate('postup.bulk.document')} disabled={disabled || busy} onFile={(file) => void upload(file)} />
      <Typography
        variant="caption"
        component="p"
        color={refused === undefined && error === undefined ? 'text.secondary' : 'error'}
        role="status"
      >
        {refused ?? error ?? translate(attached ? 'postup.bulk.documentIs' : 'postup.bulk.documentHint', { name: attached?.title })}
      </Typography>
    </Box>
  );
}
