import LockIcon from '@mui/icons-material/LockOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

/** What every application has by § 10a odst. 3 zákona č. 250/2000 Sb., and nobody can take out. */
export function LawLine() {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', gap: 1, p: 1, bgcolor: 'background.default', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <LockIcon fontSize="small" sx={{ color: 'text.secondary' }} />
      <Typography variant="body2" color="text.secondary">
        {translate('postup.designer.law')}
      </Typography>
    </Box>
  );
}
