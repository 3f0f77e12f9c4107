import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { roles } from '../../../processes/roles';
import type { EventView } from '../../../processes/views';
import { useWords } from '../i18n/useWords';
import { formatDateTime, formatTime } from '../shared/dates';
import { differences, type Difference } from './differences';

/** What is unfolded: the change of a record, or the values that the event carries. */
function detailsOf(event: EventView): Difference[] {
  const changed = differences(event.before, event.after);
  return changed.length > 0 ? changed : differences(null, event.what);
}

/** The differences of a record, or the values that it carries, with its place in the chain. */
export function Details({ event }: { readonly event: EventView }) {
  const translate = useTranslate();
  const rows = detailsOf(event);
  const changed = rows.some((row) => row.before !== null);
  return (
    <Box sx={{ mt: 0.5, mb: 1, overflowX: 'auto' }}>
      {rows.length > 0 && (
        <Table
          size="small"
          sx={{
            width: 'auto',
            '& td, & th': { py: 0.25, fontSize: '0.75rem' },
            // Names of fields stay whole; values may be long.
            '& td:not(:first-of-type)': { overflowWrap: 'anywhere' },
          }}
        >
          <TableHead>
            <TableRow>
              <TableCell>{translate('postup.timeline.field')}</TableCell>
              {changed && <TableCell>{translate('postup.timeline.before')}</TableCell>}
              <TableCell>{translate('postup.timeline.after')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.path}>
                <TableCell sx={{ color: 'text.secondary' }}>{row.path}</TableCell>
                {changed && (
                  <TableCell sx={{ textDecoration: row.before === null ? undefined : 'line-through' }}>{row.before ?? ''}</TableCell>
                )}
                <TableCell>{row.after ?? ''}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Typography variant="caption" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
        {formatDateTime(event.at)} · {translate('postup.timeline.record', { seq: event.seq, hash: event.hash.slice(0, 16) })}
      </Typography>
    </Box>
  );
}

/** One record: when, what in one sentence, who (and for whom), the rest unfolded on demand. */
export function EventLine({ event }: { readonly event: EventView }) {
  const translate = useTranslate();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const who = event.actor?.name ?? translate('postup.words.system');
  const role = event.role ? `, ${words(roles[event.role])}` : '';
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '44px 1fr auto',
        columnGap: 1,
        py: 0.5,
        borderTop: '1px solid',
        borderColor: 'divider',
        alignItems: 'baseline',
      }}
    >
      <Typography variant="body2" color="text.secondary" component="time" dateTime={event.at}>
        {formatTime(event.at)}
      </Typography>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {words(event.sentence)}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {who}
          {role}
          {event.onBehalfOf && ` ${translate('postup.words.onBehalfOf', { name: event.onBehalfOf.name })}`}
        </Typography>
        {open && <Details event={event} />}
      </Box>
      <Button size="small" sx={{ minWidth: 0, py: 0, fontSize: '0.72rem' }} aria-expanded={open} onClick={() => setOpen(!open)}>
        {translate(open ? 'postup.words.hide' : 'postup.timeline.details')}
      </Button>
    </Box>
  );
}
