import { Alert, Box, Button, Checkbox, FormControlLabel, Link, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { PublicWording } from '../../../processes/publicSettlement/blackening';
import type { PublicationView } from '../../../processes/publicSettlement/views';
import { useAct } from '../api/useAct';
import { previewAddress, publishSettlement, saveWordings } from './acts';
import { TextRow } from './TextRow';

const wordingsOf = ({ texts }: PublicationView): PublicWording[] => texts.map(({ choice, spans }) => ({ choice, spans }));
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is published of a settlement, text by text: saved as often as wanted, looked at as a PDF, then published. */
export function PublicationForm({ publication }: { readonly publication: PublicationView }) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const [typed, setTyped] = useState(() => wordingsOf(publication));
  const [confirmed, setConfirmed] = useState(false);
  const saved = wordingsOf(publication);
  const unsaved = !same(typed, saved);
  const errors = act.error?.errors ?? {};
  const errorOf = (index: number): string | undefined =>
    errors[`texts.${index}`] ?? Object.entries(errors).find(([path]) => path.startsWith(`texts.${index}.`))?.[1];
  const left = publication.texts.filter((text) => text.left.length > 0).length;
  const change = (index: number, wording: PublicWording): void => setTyped(typed.map((one, at) => (at === index ? wording : one)));
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    void act.run(() => saveWordings(publication, typed), typed, 'postup.publicSettlements.saved');
  };
  const publish = (): void =>
    void act.run(
      () => publishSettlement(publication, left > 0 && confirmed),
      ['publish', publication.version],
      'postup.publicSettlements.publishDone',
    );
  return (
    <Box component="form" onSubmit={save} noValidate sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Typography variant="body2" color="text.secondary">
        {translate('postup.publicSettlements.formHint')}
      </Typography>
      {publication.texts.map((text, index) => (
        <TextRow
          key={`${text.of}.${text.row ?? ''}`}
          text={text}
          wording={typed[index] ?? { choice: 'leftOut', spans: [] }}
          error={errorOf(index)}
          saved={same(typed[index], saved[index])}
          onChange={(wording) => change(index, wording)}
        />
      ))}
      {act.error !== null && <Alert severity="error">{act.error.message}</Alert>}
      {left > 0 && !unsaved && (
        <Alert severity="warning">
          {translate('postup.publicSettlements.leftIn', { smart_count: left })}
          <FormControlLabel
            sx={{ display: 'flex', alignItems: 'flex-start', mt: 0.5 }}
            control={<Checkbox size="small" checked={confirmed} onChange={(_event, on) => setConfirmed(on)} sx={{ py: 0 }} />}
            label={translate('postup.publicSettlements.confirm')}
            slotProps={{ typography: { variant: 'body2' } }}
          />
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button type="submit" size="small" variant="outlined" disabled={act.busy || !unsaved}>
          {translate('postup.publicSettlements.save')}
        </Button>
        <Button size="small" variant="contained" disabled={act.busy || unsaved || (left > 0 && !confirmed)} onClick={publish}>
          {translate('postup.publicSettlements.publish')}
        </Button>
        {!unsaved && (
          <Link href={previewAddress(publication)} target="_blank" rel="noopener" variant="body2">
            {translate('postup.publicSettlements.preview')}
          </Link>
        )}
      </Box>
      <Typography variant="caption" color="text.secondary">
        {translate(unsaved ? 'postup.publicSettlements.saveFirst' : 'postup.publicSettlements.publishHint')}
      </Typography>
    </Box>
  );
}
