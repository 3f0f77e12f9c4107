import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatDate } from './dates';
import { dueInWords } from './due';
import { useNow } from './useNow';

const COLOUR = { late: 'error.main', soon: 'warning.main', calm: 'text.secondary' } as const;

/** When it is due, in words; the exact day as a hint. */
export function DueText({ dueAt, stopped = false }: { readonly dueAt: string | null; readonly stopped?: boolean }) {
  const translate = useTranslate();
  const now = useNow();
  const due = dueInWords(dueAt, now, stopped);
  return (
    <Typography
      component="span"
      variant="body2"
      title={dueAt === null ? undefined : translate('postup.due.until', { date: formatDate(dueAt) })}
      sx={{ color: COLOUR[due.tone], fontWeight: due.tone === 'calm' ? 400 : 600, whiteSpace: 'nowrap' }}
    >
      {translate(`postup.due.${due.key}`, { smart_count: due.count })}
    </Typography>
  );
}
