import { Box, Typography } from '@mui/material';
import { useId, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { roles } from '../../../processes/roles';
import type { ProcessMap } from '../../../processes/views';
import { useWords } from '../i18n/useWords';
import { BOX, layoutMap, type PlacedStep, type PlacedWay } from './layout';

type Step = ProcessMap['steps'][number] & { readonly medianDays?: number | null };

const INK = { taken: '#1f4e79', idle: '#aab5bf', open: '#8a5300', text: '#1b2733', soft: '#4d5b68' } as const;

/** Splits a title into at most two lines of a box. */
function twoLines(text: string, room = 24): readonly string[] {
  if (text.length <= room) return [text];
  const words = text.split(' ');
  let first = '';
  while (words.length > 0 && (first === '' || `${first} ${words[0] ?? ''}`.length <= room))
    first = first === '' ? (words.shift() ?? '') : `${first} ${words.shift() ?? ''}`;
  const rest = words.join(' ');
  return rest === '' ? [first] : [first, rest.length > room ? `${rest.slice(0, room - 1)}…` : rest];
}

function StepBox({ step, note }: { readonly step: PlacedStep; readonly note: string }) {
  const words = useWords();
  const translate = useTranslate();
  const title = step.kind === 'start' ? translate('postup.map.start') : words(step.title);
  const lines = twoLines(title);
  const passed = step.visited > 0 || step.open > 0;
  const left = step.x - BOX.width / 2;
  const top = step.y - BOX.height / 2;
  const round = step.kind === 'start' || step.kind === 'close' ? BOX.height / 2 : 6;
  return (
    <g>
      <title>{`${title}. ${step.role ? `${words(roles[step.role])}. ` : ''}${note}`}</title>
      <rect
        x={left}
        y={top}
        width={BOX.width}
        height={BOX.height}
        rx={round}
        fill={step.open > 0 ? '#fff1dc' : passed ? '#e3ebf3' : '#ffffff'}
        stroke={step.open > 0 ? INK.open : passed ? INK.taken : INK.idle}
        strokeWidth={step.open > 0 ? 2.5 : 1.2}
        strokeDasharray={step.kind === 'wait' ? '5 3' : undefined}
      />
      {lines.map((line, index) => (
        <text
          key={line}
          x={step.x}
          y={step.y - (lines.length + (note === '' ? 0 : 1)) * 6.5 + 11 + index * 13}
          textAnchor="middle"
          fontSize={12}
          fontWeight={step.open > 0 ? 700 : 500}
          fill={passed ? INK.text : INK.soft}
        >
          {line}
        </text>
      ))}
      {note !== '' && (
        <text x={step.x} y={step.y - (lines.length + 1) * 6.5 + 11 + lines.length * 13} textAnchor="middle" fontSize={10.5} fill={INK.soft}>
          {note}
        </text>
      )}
    </g>
  );
}

function WayLine({ way, arrow, label }: { readonly way: PlacedWay; readonly arrow: string; readonly label: string }) {
  const taken = way.taken > 0;
  return (
    <g>
      <path
        d={way.path}
        fill="none"
        stroke={taken ? INK.taken : INK.idle}
        strokeWidth={taken ? 2.2 : 1.1}
        strokeDasharray={way.back ? '4 3' : undefined}
        markerEnd={`url(#${arrow}-${taken ? 'taken' : 'idle'})`}
      >
        <title>{label}</title>
      </path>
      {taken && (
        <g>
          <rect x={way.labelX - 11} y={way.labelY - 8} width={22} height={15} rx={7} fill="#fff" stroke={INK.taken} strokeWidth={0.8} />
          <text x={way.labelX} y={way.labelY + 3.5} textAnchor="middle" fontSize={10} fill={INK.taken}>
            {way.taken}×
          </text>
        </g>
      )}
    </g>
  );
}

/** The map of a process, drawn from its declared steps and outcomes, with what one case (or all of them) went through; the same in words below. */
export default function MapView({ map, title }: { readonly map: ProcessMap; readonly title: string }) {
  const translate = useTranslate();
  const words = useWords();
  const arrow = useId();
  const layout = useMemo(() => layoutMap(map), [map]);
  const nameOf = (id: string): string => {
    const step = map.steps.find((one) => one.id === id);
    return step === undefined || step.kind === 'start' ? translate('postup.map.start') : words(step.title);
  };
  const noteOf = (step: Step): string => {
    const parts: string[] = [];
    if (step.open > 0) parts.push(translate('postup.map.open', { smart_count: step.open }));
    if (step.visited > 0 && step.kind !== 'start') parts.push(translate('postup.map.visited', { count: step.visited }));
    if (typeof step.medianDays === 'number')
      parts.push(
        translate('postup.map.medianDays', { smart_count: Math.round(step.medianDays), days: String(step.medianDays).replace('.', ',') }),
      );
    return parts.join(' · ');
  };
  const told = (way: PlacedWay): string =>
    `${translate('postup.map.leadsTo', { from: nameOf(way.source), way: words(way.title) || '·', to: nameOf(way.to) })}${way.taken > 0 ? ` (${translate('postup.map.taken', { count: way.taken })})` : ''}`;
  return (
    <Box>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={translate('postup.map.label', { title })}>
        <svg
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          width={layout.width}
          height={layout.height}
          style={{ maxWidth: '100%', minWidth: Math.min(layout.width, 560), height: 'auto' }}
          role="img"
          aria-label={translate('postup.map.label', { title })}
        >
          <defs>
            {(['taken', 'idle'] as const).map((kind) => (
              <marker
                key={kind}
                id={`${arrow}-${kind}`}
                viewBox="0 0 8 8"
                refX="6"
                refY="4"
                markerWidth="7"
                markerHeight="7"
                orient="auto-start-reverse"
                markerUnits="userSpaceOnUse"
              >
                <path d="M 0 0 L 8 4 L 0 8 z" fill={INK[kind]} />
              </marker>
            ))}
          </defs>
          {[...layout.ways]
            .sort((a, b) => a.taken - b.taken)
            .map((way) => (
              <WayLine key={`${way.from}>${way.to}`} way={way} arrow={arrow} label={told(way)} />
            ))}
          {layout.steps.map((step) => (
            <StepBox key={step.id} step={step} note={noteOf(step)} />
          ))}
        </svg>
      </Box>
      <Box component="details" sx={{ mt: 1 }}>
        <Typography component="summary" variant="body2" sx={{ cursor: 'pointer' }}>
          {translate('postup.map.inWords')}
        </Typography>
        <Box component="ul" sx={{ pl: 2.5, m: 0 }}>
          {layout.ways.map((way) => (
            <Typography component="li" variant="body2" key={`${way.from}>${way.to}`}>
              {told(way)}
            </Typography>
          ))}
        </Box>
      </Box>
    </Box>
  );
}
