import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PairResult } from '../../../processes/banking/views';

/** What was not done, and why; nothing where all went well. */
export function Refusals({ results }: { readonly results: readonly PairResult[] }) {
  const translate = useTranslate();
  const refused = results.filter(({ done }) => !done);
  if (refused.length === 0) return null;
  const whys = [...new Set(refused.map(({ why }) => why ?? ''))];
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {translate('postup.bank.refused', { smart_count: refused.length })}
      <Box component="ul" sx={{ m: 0, pl: 2 }}>
        {whys.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </Box>
    </Alert>
  );
}
