import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import RemoveIcon from '@mui/icons-material/CloseOutlined';
import { Box, IconButton, Typography } from '@mui/material';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { ExportColumn } from '../../../processes/exports/views';
import { moved } from '../funds/order';
import { useWords } from '../i18n/useWords';

interface ChosenListProps {
  readonly columns: readonly string[];
  readonly offered: ReadonlyMap<string, ExportColumn>;
  readonly onChange: (columns: string[]) => void;
}

type Tool = 'up' | 'down' | 'remove';
const STEP: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowUp: -1, ArrowDown: 1 };

/** Chosen columns in their order. Arrows with Alt move one from anywhere in its line; the focus goes with it, and what happened is told. */
export function ChosenList({ columns, offered, onChange }: ChosenListProps) {
  const translate = useTranslate();
  const words = useWords();
  const base = useId();
  const [told, setTold] = useState('');
  // Once it is drawn: the button of the line where the focus belongs.
  const next = useRef<readonly string[]>([]);
  const toolId = (id: string, tool: Tool): string => `${base}${id}.${tool}`;
  const titleOf = (id: string): string => words(offered.get(id)?.title);
  useEffect(() => {
    const wanted = next.current;
    next.current = [];
    const elements = wanted.map((id) => document.getElementById(id));
    elements.find((element) => element && !element.matches(':disabled'))?.focus();
  });

  const move = (id: string, by: 1 | -1): void => {
    const order = moved(columns, id, by);
    if (!order) return;
    next.current = by < 0 ? [toolId(id, 'up'), toolId(id, 'down')] : [toolId(id, 'down'), toolId(id, 'up')];
    setTold(translate('postup.exports.moved', { title: titleOf(id), place: order.indexOf(id) + 1, all: order.length }));
    onChange(order);
  };
  const remove = (id: string): void => {
    const place = columns.indexOf(id);
    const neighbour = columns[place + 1] ?? columns[place - 1];
    next.current = neighbour === undefined ? [] : [toolId(neighbour, 'remove')];
    setTold(translate('postup.exports.removed', { title: titleOf(id) }));
    onChange(columns.filter((other) => other !== id));
  };
  const onKeyDown = (event: KeyboardEvent, id: string): void => {
    const by = STEP[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    move(id, by);
  };
  const button = (id: string, tool: Tool, Icon: typeof UpIcon, disabled: boolean, act: () => void) => (
    <IconButton
      id={toolId(id, tool)}
      size="small"
      aria-label={translate(`postup.exports.${tool}`, { title: titleOf(id) })}
      title={translate(`postup.exports.${tool}`, { title: titleOf(id) })}
      disabled={disabled}
      onClick={act}
    >
      <Icon fontSize="small" />
    </IconButton>
  );
  return (
    <Box component="section" aria-label={translate('postup.exports.chosen')} sx={{ minWidth: 0 }}>
      <Typography variant="subtitle1" component="h3">
        {translate('postup.exports.chosenCount', { smart_count: columns.length })}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {translate(columns.length === 0 ? 'postup.exports.nothingChosen' : 'postup.exports.orderHint')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {columns.map((id, place) => (
          <Box
            component="li"
            key={id}
            onKeyDown={(event) => onKeyDown(event, id)}
            sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'divider' }}
          >
            <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {place + 1}. {titleOf(id)}
            </Typography>
            {button(id, 'up', UpIcon, place === 0, () => move(id, -1))}
            {button(id, 'down', DownIcon, place === columns.length - 1, () => move(id, 1))}
            {button(id, 'remove', RemoveIcon, false, () => remove(id))}
          </Box>
        ))}
      </Box>
      <Box role="status" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}>
        {told}
      </Box>
    </Box>
  );
}
