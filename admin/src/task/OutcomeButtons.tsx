import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { OutcomeView } from '../../../processes/views';
import { useWords } from '../i18n/useWords';
import { ordered } from './outcomes';

const LOOK = {
  positive: { color: 'primary', variant: 'contained' },
  neutral: { color: 'primary', variant: 'outlined' },
  negative: { color: 'error', variant: 'outlined' },
} as const;

interface OutcomeButtonsProps {
  readonly outcomes: readonly OutcomeView[];
  readonly disabled: boolean;
  /** The outcome being done right now. */
  readonly doing: string | null;
  readonly onChoose: (outcome: OutcomeView) => void;
}

/** Outcomes of the step as buttons, and under each what happens next. */
export function OutcomeButtons({ outcomes, disabled, doing, onChoose }: OutcomeButtonsProps) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {ordered(outcomes).map((outcome) => (
        <Box key={outcome.id}>
          <Button
            fullWidth
            {...LOOK[outcome.tone]}
            disabled={disabled}
            onClick={() => onChoose(outcome)}
            aria-describedby={`next-${outcome.id}`}
          >
            {doing === outcome.id ? translate('postup.form.working') : words(outcome.title)}
          </Button>
          <Typography id={`next-${outcome.id}`} variant="caption" color="text.secondary" component="p">
            {words(outcome.next)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
