import CloudDoneIcon from '@mui/icons-material/CloudDoneOutlined';
import CloudOffIcon from '@mui/icons-material/CloudOffOutlined';
import SyncIcon from '@mui/icons-material/SyncOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RowDrafts } from './rowDrafts';

/** Whether everything that was typed is with the server; always in sight, told aloud when it changes. */
export function TableSaveState({ drafts }: { readonly drafts: RowDrafts }) {
  const translate = useTranslate();
  const { state } = drafts;
  const name = state === 'waiting' && !drafts.isKept ? 'waitingNotKept' : state;
  const Icon = state === 'saved' ? CloudDoneIcon : state === 'saving' ? SyncIcon : CloudOffIcon;
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        gap: 0.75,
        alignItems: 'center',
        color: state === 'saved' || state === 'saving' ? 'text.secondary' : 'error.main',
        fontSize: '0.875rem',
      }}
    >
      <Icon fontSize="small" aria-hidden />
      {translate(`postup.evaluation.saving.${name}`)}
    </Box>
  );
}
