import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CaseRow } from '../../../processes/views';
import { useWords } from '../i18n/useWords';

const COLOUR = { waiting: 'warning', working: 'info', good: 'success', bad: 'error', neutral: 'default' } as const;

/** Status of a case in the officer's words, with a sign that it is suspended. */
export function StatusChip({ row }: { readonly row: Pick<CaseRow, 'statusTitle' | 'tone' | 'suspended'> }) {
  const words = useWords();
  const translate = useTranslate();
  const label = row.suspended ? `${words(row.statusTitle)} · ${translate('postup.cases.suspended')}` : words(row.statusTitle);
  return <Chip size="small" variant="outlined" color={row.suspended ? 'warning' : COLOUR[row.tone]} label={label} />;
}
