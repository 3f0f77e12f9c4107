import { Box, Chip } from '@mui/material';
import { palette } from '../../../processes/officersSection/palette';
import type { LabelMark } from '../../../processes/officersSection/views';

/** A label with its name on its colour; the colour alone says nothing. */
export function LabelChip({ label }: { readonly label: Pick<LabelMark, 'name' | 'colour'> }) {
  const { ground, text } = palette[label.colour];
  return <Chip size="small" label={label.name} sx={{ bgcolor: ground, color: text, maxWidth: '100%' }} />;
}

export function LabelChips({ labels }: { readonly labels: readonly LabelMark[] }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {labels.map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
    </Box>
  );
}
