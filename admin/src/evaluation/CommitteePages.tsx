import { Box, Link, List, ListItem, Paper, Typography } from '@mui/material';
import { LinkBase, Title, useParams, useTranslate } from 'react-admin';
import type { CommitteeProgramme, CommitteeView } from '../../../processes/grant/evaluationViews';
import { useOne, useRows } from '../api/reads';
import { useSession } from '../auth/useSession';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { CommitteeTable } from './CommitteeTable';

/** Programmes in which the person evaluates. */
export function CommitteeList() {
  const translate = useTranslate();
  const read = useRows<CommitteeProgramme>('committee', {});
  return (
    <Paper sx={{ p: 1.5, mt: 1.5 }}>
      <Title title="postup.evaluation.committee.title" />
      <Loaded read={read}>
        {(programmes) =>
          programmes.length === 0 ? (
            <EmptyState text="postup.evaluation.committee.none" />
          ) : (
            <List>
              {programmes.map(({ id, title, open, done }) => (
                <ListItem key={id} disableGutters sx={{ display: 'block' }}>
                  <Link component={LinkBase} to={`/committee/${id}/show`}>
                    {title}
                  </Link>
                  <Typography variant="body2" color="text.secondary">
                    {translate('postup.evaluation.committee.counts', { open, done })}
                  </Typography>
                </ListItem>
              ))}
            </List>
          )
        }
      </Loaded>
    </Paper>
  );
}

/** The table of one programme. */
export function CommitteeShow() {
  const { id = '' } = useParams();
  const session = useSession();
  const read = useOne<CommitteeView>('committee', id, { fresh: true });
  return (
    <Paper sx={{ p: 1.5, mt: 1.5, overflow: 'visible', minWidth: 0 }}>
      <Title title="postup.evaluation.committee.title" />
      <Loaded read={read} lines={8}>
        {(view) => (
          <Box>
            <Typography variant="h5" component="h2" sx={{ mb: 1 }}>
              {view.title}
            </Typography>
            {session && <CommitteeTable key={`${view.id}/${session.user.id}`} view={view} personId={session.user.id} />}
          </Box>
        )}
      </Loaded>
    </Paper>
  );
}
