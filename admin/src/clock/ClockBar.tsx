import { Box, Tooltip, Typography, type SxProps, type Theme } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CaseView } from '../../../processes/views';
import { useWords } from '../i18n/useWords';
import { formatDate } from '../shared/dates';
import { useNow } from '../shared/useNow';
import { clockBar, type Bar, type BarPart } from './bar';
import { clockText } from './clockText';

const LOOK: Readonly<Record<BarPart['kind'], SxProps<Theme>>> = {
  run: { bgcolor: 'primary.main' },
  stop: { backgroundImage: 'repeating-linear-gradient(135deg, #8a97a4 0 3px, #e6eaee 3px 8px)' },
  left: { bgcolor: '#d5dde5' },
  over: { bgcolor: 'error.main' },
};

/** Drawn for the eye; the reading and the list of stops and moves say the same. */
function Track({ bar }: { readonly bar: Bar }) {
  const translate = useTranslate();
  const told = (part: BarPart): string =>
    translate(`postup.clock.${part.kind}`, {
      from: formatDate(part.from),
      to: formatDate(part.to),
      reason: part.reason,
      provision: part.provision,
    });
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 14, my: 0.5, borderRadius: 1, bgcolor: '#e6eaee', overflow: 'visible' }}>
      {bar.parts.map((part) => (
        <Tooltip key={part.from + part.kind} title={told(part)}>
          <Box
            sx={[
              { position: 'absolute', top: 0, bottom: 0, left: `${part.start}%`, width: `${part.width}%`, minWidth: 2 },
              LOOK[part.kind] as never,
            ]}
          />
        </Tooltip>
      ))}
      {bar.moves.map((move) => (
        <Tooltip
          key={move.at}
          title={translate('postup.clock.moved', { at: formatDate(move.at), until: formatDate(move.until), reason: move.reason })}
        >
          <Box
            sx={{
              position: 'absolute',
              top: -4,
              left: `${move.position}%`,
              ml: '-5px',
              width: 0,
              height: 0,
              borderLeft: '5px solid transparent',
              borderRight: '5px solid transparent',
              borderTop: '8px solid',
              borderTopColor: 'warning.main',
            }}
          />
        </Tooltip>
      ))}
      <Box sx={{ position: 'absolute', top: -3, bottom: -3, left: `${bar.now}%`, ml: '-1px', width: 2, bgcolor: 'text.primary' }} />
    </Box>
  );
}

/** The legal clock as a bar: days that ran, stops hatched, moves marked; everything it shows is also said for who cannot see it. */
export function ClockBar({ clock, result }: { readonly clock: NonNullable<CaseView['clock']>; readonly result: string | null }) {
  const translate = useTranslate();
  const words = useWords();
  const now = useNow();
  const reading = clockText(clock, result, translate);
  const bar = clockBar(clock.raw, clock.reading, now);
  const late = clock.reading.overdue && clock.raw.endedAt === null;
  return (
    <Box component="section" aria-label={translate('postup.clock.label', { title: words(clock.title), reading })}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline' }}>
        <Typography variant="subtitle2" component="h2">
          {words(clock.title)}
        </Typography>
        <Typography variant="body2" color={late ? 'error' : 'text.primary'} sx={{ fontWeight: late ? 600 : 400 }}>
          {reading}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {clock.provision}
        </Typography>
      </Box>
      <Track bar={bar} />
      <Box sx={{ display: 'flex', justifyContent: 'space-between' }}>
        <Typography variant="caption" color="text.secondary">
          {formatDate(bar.startedAt)}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {formatDate(bar.endsAt)}
        </Typography>
      </Box>
      {(clock.raw.stops.length > 0 || clock.raw.moves.length > 0) && (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2 }}>
          {bar.parts
            .filter((part) => part.kind === 'stop')
            .map((part) => (
              <Typography key={part.from} component="li" variant="caption" color="text.secondary" sx={{ display: 'list-item' }}>
                {translate('postup.clock.stop', {
                  from: formatDate(part.from),
                  to: formatDate(part.to),
                  reason: part.reason,
                  provision: part.provision,
                })}
              </Typography>
            ))}
          {bar.moves.map((move) => (
            <Typography key={move.at} component="li" variant="caption" color="text.secondary" sx={{ display: 'list-item' }}>
              {translate('postup.clock.moved', { at: formatDate(move.at), until: formatDate(move.until), reason: move.reason })}
            </Typography>
          ))}
        </Box>
      )}
    </Box>
  );
}
