import CloseIcon from '@mui/icons-material/Close';
import NextIcon from '@mui/icons-material/KeyboardArrowDown';
import PreviousIcon from '@mui/icons-material/KeyboardArrowUp';
import { Box, Button, Drawer, IconButton, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import type { TaskRow } from '../../../processes/views';
import { Loaded } from '../shared/Loaded';
import { useOne } from '../api/reads';

const CasePage = lazy(() => import('../cases/CasePage'));

interface OpenCaseProps {
  readonly taskId: string;
  /** Its row in the list, while it is there. */
  readonly row: TaskRow | undefined;
  readonly position: { readonly at: number; readonly of: number } | null;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** The case of a task over the list, which stays where it was: close it and go on. Mount it anew for each task (key). */
export function OpenCase({ taskId, row, position, onStep, onClose }: OpenCaseProps) {
  const translate = useTranslate();
  // A task that was done or claimed leaves the list; its case stays open.
  const [first] = useState(row?.caseId);
  const read = useOne<TaskRow>('tasks', row || first !== undefined ? null : taskId);
  const caseId = row?.caseId ?? first ?? read.data?.caseId;
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      slotProps={{
        backdrop: { invisible: true },
        paper: {
          sx: { width: { xs: '100%', md: 'min(1180px, calc(100vw - 260px))' }, bgcolor: 'background.default' },
          'aria-label': translate('postup.cases.one'),
        },
      }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.5,
          px: 1.5,
          py: 0.5,
          position: 'sticky',
          top: 0,
          zIndex: 2,
          bgcolor: 'background.default',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Button size="small" startIcon={<CloseIcon />} onClick={onClose} sx={{ whiteSpace: 'nowrap' }}>
          {translate('postup.tasks.backToList')}
        </Button>
        {position && (
          <Typography variant="body2" color="text.secondary" sx={{ ml: 1, whiteSpace: 'nowrap', display: { xs: 'none', sm: 'block' } }}>
            {translate('postup.tasks.position', { at: position.at + 1, of: position.of })}
          </Typography>
        )}
        <IconButton
          size="small"
          aria-label={translate('postup.tasks.previousTask')}
          disabled={position?.at === 0}
          onClick={() => onStep(-1)}
        >
          <PreviousIcon />
        </IconButton>
        <IconButton
          size="small"
          aria-label={translate('postup.tasks.nextTask')}
          disabled={position !== null && position.at + 1 >= position.of}
          onClick={() => onStep(1)}
        >
          <NextIcon />
        </IconButton>
        {caseId !== undefined && (
          <Button size="small" component={LinkBase} to={`/cases/${caseId}/show`} sx={{ ml: 'auto', whiteSpace: 'nowrap' }}>
            {translate('postup.words.openCase')}
          </Button>
        )}
      </Box>
      <Box sx={{ p: 1.5 }}>
        <Suspense>
          {caseId === undefined ? <Loaded read={read}>{() => null}</Loaded> : <CasePage caseId={caseId} taskId={taskId} />}
        </Suspense>
      </Box>
    </Drawer>
  );
}
