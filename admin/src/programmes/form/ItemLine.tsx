import { Box, ButtonBase, Typography } from '@mui/material';
import type { KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useDesign, type ItemProps } from './design';
import { faultsOfItem } from './faults';
import { LineTools } from './LineTools';
import { focusIds } from './useFocusNext';
import type { ListActs } from './useListActs';
import { useNames } from './useNames';

const STEP: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowUp: -1, ArrowDown: 1 };

interface ItemLineProps extends ItemProps {
  readonly isSelected: boolean;
  readonly acts: ListActs;
}

/** One line of the list: place, title, kind, marks, faults. A heading stands out, what follows it is set in. */
export function ItemLine({ item, place, isSelected, acts }: ItemLineProps) {
  const translate = useTranslate();
  const { faults, readOnly } = useDesign();
  const { titled } = useNames();
  const wrong = faultsOfItem(faults, place);
  const marks = [
    translate(`postup.designer.kind.${item.kind}`),
    ...(item.required === true ? [translate('postup.designer.mark.required')] : []),
    ...(item.shownIf ? [translate('postup.designer.mark.conditional')] : []),
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = STEP[event.key];
    if (by === undefined || !event.altKey || readOnly) return;
    event.preventDefault();
    acts.move(item.id, by);
  };
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', bgcolor: isSelected ? '#e3ebf3' : undefined }}>
      <ButtonBase
        id={focusIds.line(item.id)}
        aria-current={isSelected ? 'true' : undefined}
        aria-keyshortcuts={readOnly ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
        // A click that comes from the keyboard has no count.
        onClick={(event) => acts.select(item.id, event.detail === 0)}
        onKeyDown={onKeyDown}
        sx={{
          display: 'flex',
          gap: 1,
          width: '100%',
          p: 1,
          textAlign: 'left',
          alignItems: 'baseline',
          justifyContent: 'flex-start',
          scrollMargin: '72px 0 96px',
          '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
        }}
      >
        <Typography variant="body2" component="span" color="text.secondary" sx={{ minWidth: 24, textAlign: 'right' }}>
          {place + 1}.
        </Typography>
        <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography
            variant="body2"
            component="span"
            sx={{
              display: 'block',
              fontWeight: item.kind === 'section' ? 700 : 500,
              fontStyle: item.title.trim() === '' ? 'italic' : 'normal',
            }}
          >
            {titled(item.title)}
          </Typography>
          <Typography variant="caption" component="span" color="text.secondary" sx={{ display: 'block' }}>
            {marks.join(' · ')}
          </Typography>
          {wrong.map((text) => (
            <Typography key={text} variant="caption" component="span" color="error" sx={{ display: 'block' }}>
              {text}
            </Typography>
          ))}
        </Box>
      </ButtonBase>
      {isSelected && !readOnly && <LineTools item={item} place={place} acts={acts} />}
    </Box>
  );
}
