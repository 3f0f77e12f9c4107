import { Alert, AlertTitle, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ProgrammeFileReview } from '../../../../processes/programmeFile/views';
import { useWords } from '../../i18n/useWords';

/** Everything that is wrong with the file, each with its place. */
export function Faults({ faults }: Pick<ProgrammeFileReview, 'faults'>) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Alert severity="error">
      <AlertTitle>{translate('postup.transfer.faulty', { smart_count: faults.length })}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {faults.map(({ path, place, line, what }) => (
          <Box component="li" key={path} sx={{ mb: 0.5, overflowWrap: 'anywhere' }}>
            <strong>{words(place)}</strong>
            {line !== null && ` (${translate('postup.transfer.line', { line })})`}: {words(what)}
          </Box>
        ))}
      </Box>
      {translate('postup.transfer.faultyHint', { smart_count: faults.length })}
    </Alert>
  );
}
