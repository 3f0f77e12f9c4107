import { Alert, Box, Button, Checkbox, FormControlLabel, FormHelperText, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { MOST_PARTS, type GrantTerms, type PaymentPart } from '../../../../processes/grant/terms';
import type { ProgrammeView } from '../../../../processes/views';
import type { ProgrammeTerms } from '../../api/dataProvider';
import { ApiError } from '../../api/http';
import { useOne } from '../../api/reads';
import { useAct } from '../../api/useAct';
import { Loaded } from '../../shared/Loaded';
import { PartLine } from './PartLine';
import { ProgrammeAccount } from './ProgrammeAccount';

const wholeNumber = (text: string): number => Math.max(0, Math.trunc(Number(text.replace(',', '.'))) || 0);

interface FormProps {
  readonly read: ProgrammeTerms;
  readonly mayEdit: boolean;
  readonly onUnsaved: (unsaved: boolean) => void;
  readonly onSaved: () => void;
}

/** In what parts the grants of a programme are paid, who checks settlements, what share the applicant pays. */
function TermsForm({ read, mayEdit, onUnsaved, onSaved }: FormProps) {
  const translate = useTranslate();
  const act = useAct();
  const [terms, setTerms] = useState<GrantTerms>(read.terms);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const fixed = !mayEdit || !read.editable;
  const { paymentParts } = terms;
  const change = (changes: Partial<GrantTerms>): void => {
    setTerms({ ...terms, ...changes });
    setFaults({});
    onUnsaved(true);
  };
  const changePart = (index: number, part: PaymentPart): void =>
    change({ paymentParts: paymentParts.map((one, place) => (place === index ? part : one)) });
  const save = (): void =>
    void act.run(
      async (provider) => {
        try {
          await provider.saveProgrammeTerms(read.id, terms, read.version);
          onUnsaved(false);
          onSaved();
        } catch (error) {
          if (error instanceof ApiError) setFaults(error.errors);
          throw error;
        }
      },
      JSON.stringify(terms),
      'postup.terms.saved',
    );
  const sum = paymentParts.reduce((total, { share }) => total + share, 0);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 720 }}>
      {!read.editable && <Alert severity="info">{translate('postup.terms.stands')}</Alert>}
      <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, display: 'grid', gap: 1 }}>
        <Typography component="legend" variant="subtitle1" sx={{ mb: 1 }}>
          {translate('postup.terms.parts')}
        </Typography>
        {paymentParts.map((part, index) => (
          <PartLine
            key={index}
            part={part}
            number={index + 1}
            fixed={fixed}
            faults={faults}
            onChange={(next) => changePart(index, next)}
            onRemove={paymentParts.length > 1 ? () => change({ paymentParts: paymentParts.filter((_, place) => place !== index) }) : null}
          />
        ))}
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button
            variant="outlined"
            disabled={fixed || paymentParts.length >= MOST_PARTS}
            onClick={() => change({ paymentParts: [...paymentParts, { share: Math.max(1, 100 - sum), when: 'settlement', on: null }] })}
          >
            {translate('postup.terms.add')}
          </Button>
          <Typography variant="body2" role="status" color={sum === 100 ? 'text.secondary' : 'error'}>
            {translate('postup.terms.sum', { sum })}
          </Typography>
        </Box>
        {faults.paymentParts !== undefined && <FormHelperText error>{faults.paymentParts}</FormHelperText>}
      </Box>
      <FormControlLabel
        control={<Checkbox checked={terms.twoReviews} disabled={fixed} onChange={(_, twoReviews) => change({ twoReviews })} />}
        label={translate('postup.terms.twoReviews')}
      />
      <TextField
        id="terms.ownShare"
        label={translate('postup.terms.ownShare')}
        value={terms.ownShare}
        disabled={fixed}
        error={faults.ownShare !== undefined}
        helperText={faults.ownShare ?? translate('postup.terms.ownShareHint')}
        onChange={(event) => change({ ownShare: Math.min(99, wholeNumber(event.target.value)) })}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      {!fixed && (
        <Box>
          <Button variant="contained" disabled={act.busy} onClick={save}>
            {translate('postup.terms.save')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

export function TermsTab({ programme, onUnsaved }: { readonly programme: ProgrammeView; readonly onUnsaved: (unsaved: boolean) => void }) {
  const { canAccess: mayEdit = false } = useCanAccess({ resource: 'programmes', action: 'edit' });
  const read = useOne<ProgrammeTerms>('programmeTerms', programme.id, { fresh: true });
  return (
    <>
      <Loaded read={read} lines={6}>
        {(terms) => <TermsForm key={terms.version} read={terms} mayEdit={mayEdit} onUnsaved={onUnsaved} onSaved={read.again} />}
      </Loaded>
      <ProgrammeAccount programmeId={programme.id} mayEdit={mayEdit} />
    </>
  );
}
