import FollowUpIcon from '@mui/icons-material/NotificationsActiveOutlined';
import StoppedIcon from '@mui/icons-material/PauseCircleOutlined';
import { Box, ListItem, ListItemButton, Tooltip, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { TaskRow } from '../../../processes/views';
import { useWords } from '../i18n/useWords';
import { formatDate } from '../shared/dates';
import { DueText } from '../shared/DueText';

interface TaskLineProps {
  readonly task: TaskRow;
  readonly me: string | undefined;
  readonly selected: boolean;
  readonly onOpen: () => void;
}

/** One line a task: number, title, step, who has it, when it is due. */
export function TaskLine({ task, me, selected, onOpen }: TaskLineProps) {
  const translate = useTranslate();
  const words = useWords();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const person = task.claimedBy ?? task.assignee;
  const who = person === null ? translate('postup.tasks.unclaimed') : person.id === me ? translate('postup.tasks.youHave') : person.name;
  return (
    <ListItem disablePadding divider>
      <ListItemButton
        ref={line}
        selected={selected}
        onClick={onOpen}
        aria-current={selected ? 'true' : undefined}
        sx={{
          display: 'grid',
          // Wide: what is longer than its column goes on to a second line.
          gridTemplateColumns: { xs: '1fr auto', lg: '112px minmax(0, 1.8fr) minmax(0, 1fr) minmax(0, 0.7fr) 112px' },
          columnGap: 1.5,
          alignItems: 'baseline',
          py: 0.6,
          px: 1,
          borderLeft: '3px solid',
          borderLeftColor: selected ? 'primary.main' : 'transparent',
        }}
      >
        <Typography variant="body2" color="text.secondary" noWrap sx={{ fontVariantNumeric: 'tabular-nums', order: { xs: 1, lg: 0 } }}>
          {task.caseNumber}
        </Typography>
        <Box sx={{ minWidth: 0, order: { xs: 3, lg: 0 }, gridColumn: { xs: '1 / -1', lg: 'auto' } }}>
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            <strong>{task.caseTitle}</strong>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {' · '}
              {task.applicantName}
            </Box>
          </Typography>
        </Box>
        <Typography variant="body2" sx={{ order: { xs: 4, lg: 0 } }}>
          {words(task.title)}
        </Typography>
        <Typography variant="body2" noWrap color={person === null ? 'text.secondary' : 'text.primary'} sx={{ order: { xs: 5, lg: 0 } }}>
          {who}
        </Typography>
        <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', justifyContent: 'flex-end', order: { xs: 2, lg: 0 } }}>
          {task.followUpOn !== null && (
            <Tooltip title={translate('postup.tasks.followUpOn', { date: formatDate(task.followUpOn) })}>
              <FollowUpIcon fontSize="inherit" color="action" />
            </Tooltip>
          )}
          {task.clockStopped && <StoppedIcon fontSize="inherit" color="action" />}
          <DueText dueAt={task.dueAt} stopped={task.clockStopped} />
        </Box>
      </ListItemButton>
    </ListItem>
  );
}
