import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { roles } from '../../../processes/roles';
import type { CaseView, LetterView } from '../../../processes/views';
import { useParts } from '../api/reads';
import { useWords } from '../i18n/useWords';
import { formatDateTime } from '../shared/dates';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';

/** To whom a letter goes, in words. */
export function useAddressee(): (letter: LetterView) => string {
  const translate = useTranslate();
  const words = useWords();
  return (letter) => {
    if (letter.toAddresses.length > 0) return letter.toAddresses.join(', ');
    if (letter.to.kind === 'role') return words(roles[letter.to.role]);
    return letter.to.kind === 'applicant' ? translate('postup.cases.applicant') : '';
  };
}

/** Letters sent from the case, each with its text. */
export function LettersTab({ view }: { readonly view: CaseView }) {
  const translate = useTranslate();
  const addressee = useAddressee();
  const read = useParts<LetterView>('letters', view.id);
  return (
    <Loaded read={read}>
      {(letters) =>
        letters.length === 0 ? (
          <EmptyState text="postup.cases.noLetters" />
        ) : (
          [...letters].reverse().map((letter) => (
            <Accordion key={letter.id} disableGutters elevation={0} sx={{ border: '1px solid', borderColor: 'divider', mb: 0.5 }}>
              <AccordionSummary>
                <Box>
                  <Typography variant="body2">{letter.subject ?? letter.id}</Typography>
                  <Typography variant="caption" color="text.secondary">
                    {addressee(letter)} · {translate(`postup.cases.letterState.${letter.state}`)} ·{' '}
                    {formatDateTime(letter.sentAt ?? letter.queuedAt)}
                  </Typography>
                </Box>
              </AccordionSummary>
              <AccordionDetails>
                <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {letter.body}
                </Typography>
              </AccordionDetails>
            </Accordion>
          ))
        )
      }
    </Loaded>
  );
}
