import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { FormControlLabel, Switch } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ComparisonView } from '../../../processes/grant/contract/views';

type Paragraph = ComparisonView['paragraphs'][number];

/** Colour alone says nothing to who does not see it: what was added is underlined, what was removed struck, and both are named for readers of screens. */
const LOOK = {
  same: {},
  added: { component: 'ins', sx: { bgcolor: 'success.light', color: 'common.black', textDecoration: 'underline' } },
  removed: { component: 'del', sx: { bgcolor: 'error.light', color: 'common.black', textDecoration: 'line-through' } },
} as const;

/** One paragraph with what went and what came. */
export function ComparedLine({ paragraph }: { readonly paragraph: Paragraph }) {
  return (
    <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mb: 1 }}>
      {paragraph.pieces.map((piece, index) => (
        <Box key={index} component="span" {...LOOK[piece.change]}>
          {piece.text}
        </Box>
      ))}
    </Typography>
  );
}

/** Two texts beside each other, read as one: what went is struck, what came is underlined. */
export function Comparison({ compared }: { readonly compared: ComparisonView }) {
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  const changed = compared.paragraphs.filter(({ change }) => change !== 'same');
  const shown = all ? compared.paragraphs : changed;
  return (
    <Box>
      <Typography variant="body2" color="text.secondary">
        {translate('postup.contracts.compared', { before: compared.before, after: compared.after })}
      </Typography>
      <FormControlLabel
        control={<Switch checked={all} onChange={(_, on) => setAll(on)} />}
        label={translate('postup.contracts.showSame')}
      />
      <Box role="region" aria-live="polite" aria-label={translate('postup.contracts.differences')} sx={{ maxWidth: 820 }}>
        {changed.length === 0 && <Typography>{translate('postup.contracts.noDifference')}</Typography>}
        {shown.map((paragraph, index) => (
          <ComparedLine key={index} paragraph={paragraph} />
        ))}
      </Box>
    </Box>
  );
}
