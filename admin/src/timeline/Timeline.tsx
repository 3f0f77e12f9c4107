import { Box, Chip, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EventView } from '../../../processes/views';
import { useWords } from '../i18n/useWords';
import { dayOf, formatDate } from '../shared/dates';
import { EmptyState } from '../shared/EmptyState';
import { EventLine } from './EventLine';
import { groupOf, groups, type Group } from './groups';

/** Events of one day, in the order given. */
function byDay(events: readonly EventView[]): [string, EventView[]][] {
  const days = new Map<string, EventView[]>();
  for (const event of events) {
    const day = dayOf(new Date(event.at));
    const rows = days.get(day);
    if (rows) rows.push(event);
    else days.set(day, [event]);
  }
  return [...days];
}

/** Who, what, when, on behalf of whom; filtered by kind and by words, newest first. */
export function Timeline({ events }: { readonly events: readonly EventView[] }) {
  const translate = useTranslate();
  const words = useWords();
  const [hidden, setHidden] = useState<ReadonlySet<Group>>(new Set());
  const [search, setSearch] = useState('');
  const present = groups.filter((group) => events.some((event) => groupOf(event.type) === group));
  const wanted = search.trim().toLocaleLowerCase();
  const said = (event: EventView): string =>
    `${words(event.sentence)} ${event.actor?.name ?? ''} ${event.onBehalfOf?.name ?? ''}`.toLocaleLowerCase();
  const shown = [...events]
    .sort((a, b) => b.seq - a.seq)
    .filter((event) => !hidden.has(groupOf(event.type)) && said(event).includes(wanted));
  const toggle = (group: Group): void => {
    const next = new Set(hidden);
    if (!next.delete(group)) next.add(group);
    setHidden(next);
  };
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center', mb: 1 }}>
        {present.map((group) => (
          <Chip
            key={group}
            size="small"
            label={translate(`postup.timeline.${group}`)}
            color={hidden.has(group) ? 'default' : 'primary'}
            variant={hidden.has(group) ? 'outlined' : 'filled'}
            onClick={() => toggle(group)}
            aria-pressed={!hidden.has(group)}
          />
        ))}
        <TextField
          label={translate('postup.words.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          sx={{ m: 0, ml: { sm: 'auto' }, width: 190 }}
        />
      </Box>
      <Typography variant="caption" color="text.secondary">
        {translate('postup.timeline.count', { smart_count: shown.length })}, {translate('postup.timeline.newest').toLocaleLowerCase()}
      </Typography>
      {shown.length === 0 && <EmptyState text="postup.timeline.empty" />}
      {byDay(shown).map(([day, rows]) => (
        <Box key={day} component="section" sx={{ mt: 1 }}>
          <Typography variant="subtitle2" component="h3">
            {formatDate(day)}
          </Typography>
          <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {rows.map((event) => (
              <EventLine key={`${event.chainId}:${event.seq}`} event={event} />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
