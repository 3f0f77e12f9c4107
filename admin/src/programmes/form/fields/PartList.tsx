import AddIcon from '@mui/icons-material/AddOutlined';
import { Box, Button, FormHelperText, Typography } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { FormItem } from '../../../../../processes/formItems/items';
import { useDesign } from '../design';
import { focusIds, useFocusNext } from '../useFocusNext';
import { PartTools } from './PartTools';
import { TextLine } from './TextLine';

interface Part {
  readonly id: string;
  readonly title: string;
}

interface PartListProps<P extends Part> {
  readonly item: FormItem;
  /** `options` or `columns`: the part of the item, and the family of its words. */
  readonly list: 'options' | 'columns';
  readonly place: number;
  readonly parts: readonly P[];
  readonly most: number;
  readonly onChange: (parts: readonly P[]) => void;
  /** What a part has beside its title. */
  readonly beside?: (part: P, change: (part: P) => void) => ReactNode;
}

/** Options of a choice, columns of a table: titles in an order that can be changed. */
export function PartList<P extends Part>({ item, list, place, parts, most, onChange, beside }: PartListProps<P>) {
  const translate = useTranslate();
  const { faults, readOnly, dispatch } = useDesign();
  const focusNext = useFocusNext();
  const before = useRef(parts.length);
  const last = parts.at(-1);
  useEffect(() => {
    if (parts.length > before.current && last) document.getElementById(focusIds.part(item.id, last.id))?.focus();
    before.current = parts.length;
  }, [parts.length, last, item.id]);

  const fault = faults[`${place}.${list}`];
  const isFull = parts.length >= most;
  const add = (): void => dispatch({ do: 'addPart', id: item.id });
  const change = (part: P): void => onChange(parts.map((one) => (one.id === part.id ? part : one)));
  const numbered = (index: number): string => translate(`postup.designer.${list}.one`, { place: index + 1 });
  const addId = focusIds.tool(item.id, list);
  const remove = (index: number): void => {
    const neighbour = parts[index + 1] ?? parts[index - 1];
    focusNext(neighbour ? focusIds.part(item.id, neighbour.id) : addId, addId);
    onChange(parts.filter((one) => one !== parts[index]));
  };
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mt: 1, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2">
        {translate(`postup.designer.${list}.title`)}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {parts.map((part, index) => (
          <Box component="li" key={part.id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'flex-start' }}>
            <Box sx={{ flex: '1 1 150px' }}>
              <TextLine
                id={focusIds.part(item.id, part.id)}
                label={numbered(index)}
                value={part.title}
                onChange={(title) => change({ ...part, title })}
                fault={faults[`${place}.${list}.${index}.title`]}
                maxLength={300}
                required
                onEnter={index === parts.length - 1 && !isFull && !readOnly ? add : undefined}
              />
            </Box>
            {beside?.(part, change)}
            {!readOnly && (
              <PartTools
                parts={parts}
                index={index}
                name={part.title.trim() || numbered(index)}
                itemId={item.id}
                onChange={onChange}
                onRemove={() => remove(index)}
              />
            )}
          </Box>
        ))}
      </Box>
      {fault !== undefined && <FormHelperText error>{fault}</FormHelperText>}
      {!readOnly && (
        <Button id={addId} size="small" startIcon={<AddIcon />} onClick={add} disabled={isFull}>
          {translate(`postup.designer.${list}.add`)}
        </Button>
      )}
    </Box>
  );
}
