import { Alert, Box, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { publicText, textChoices, type PublicWording, type TextChoice } from '../../../processes/publicSettlement/blackening';
import type { PublicTextView } from '../../../processes/publicSettlement/views';
import { WordMarks } from './WordMarks';

export function useTextName(): (text: Pick<PublicTextView, 'of' | 'row'>) => string {
  const translate = useTranslate();
  return ({ of, row }) => translate(`postup.publicSettlements.of.${of}`, { number: (row ?? 0) + 1 });
}

interface TextRowProps {
  readonly text: PublicTextView;
  readonly wording: PublicWording;
  readonly error: string | undefined;
  /** The wording is the saved one, so what the server found in it holds. */
  readonly saved: boolean;
  readonly onChange: (wording: PublicWording) => void;
}

/** One free text: on the left as the applicant wrote it, on the right what will be read of it. */
export function TextRow({ text, wording, error, saved, onChange }: TextRowProps) {
  const translate = useTranslate();
  const nameOf = useTextName();
  const hint = useId();
  const { original, proposed, left } = text;
  const choose = (choice: TextChoice): void => onChange({ choice, spans: choice === 'blackened' ? proposed : [] });
  const published = publicText(original, wording);
  return (
    <Box
      component="fieldset"
      sx={{
        border: 0,
        borderTop: '1px solid',
        borderColor: 'divider',
        m: 0,
        p: 0,
        pt: 1,
        minWidth: 0,
        display: 'grid',
        columnGap: 2,
        rowGap: 0.5,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <Box component="legend" sx={{ p: 0, float: 'left', width: '100%', gridColumn: '1 / -1', typography: 'subtitle2' }}>
        {nameOf(text)}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="caption" color="text.secondary">
          {translate('postup.publicSettlements.original')}
        </Typography>
        {wording.choice === 'blackened' ? (
          <>
            <WordMarks
              text={original}
              spans={wording.spans}
              label={translate('postup.publicSettlements.marks', { name: nameOf(text) })}
              describedBy={hint}
              onChange={(spans) => onChange({ choice: 'blackened', spans })}
            />
            <Typography id={hint} variant="caption" color="text.secondary" component="p">
              {translate('postup.publicSettlements.marksHint')}
            </Typography>
          </>
        ) : (
          <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {original}
          </Typography>
        )}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="caption" color="text.secondary">
          {translate('postup.publicSettlements.published')}
        </Typography>
        <Typography
          variant="body2"
          aria-live="polite"
          sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontStyle: published === null ? 'italic' : undefined }}
        >
          {published ?? translate('postup.publicSettlements.nothing')}
        </Typography>
        <RadioGroup
          row
          aria-label={translate('postup.publicSettlements.choose', { name: nameOf(text) })}
          value={wording.choice}
          onChange={(_event, value) => choose(textChoices.find((one) => one === value) ?? 'leftOut')}
        >
          {textChoices.map((choice) => (
            <FormControlLabel
              key={choice}
              value={choice}
              control={<Radio size="small" sx={{ p: 0.5 }} />}
              sx={{ ml: -0.5, mr: 1 }}
              label={translate(`postup.publicSettlements.choice.${choice}`)}
              slotProps={{ typography: { variant: 'body2' } }}
            />
          ))}
        </RadioGroup>
        {error !== undefined && <Alert severity="error">{error}</Alert>}
        {error === undefined && saved && left.length > 0 && (
          <Alert severity="warning" sx={{ py: 0 }}>
            {translate('postup.publicSettlements.left', {
              kinds: left.map((kind) => translate(`postup.publicSettlements.kind.${kind}`)).join(', '),
            })}
          </Alert>
        )}
      </Box>
    </Box>
  );
}
