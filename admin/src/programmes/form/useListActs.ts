import { useMediaQuery, type Theme } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ItemKind } from '../../../../processes/formItems/items';
import { useDesign } from './design';
import type { Designer } from './designer';
import { nextItemId } from './newItem';
import { focusIds } from './useFocusNext';
import { useNames } from './useNames';

export interface ListActs {
  readonly add: (kind: ItemKind) => void;
  /** @param go whether the person wants to write: the focus goes to the title */
  readonly select: (id: string, go: boolean) => void;
  /** @param tool the button that was pressed, if it was one: it keeps the focus, otherwise the line does */
  readonly move: (id: string, by: 1 | -1, tool?: string) => void;
  readonly duplicate: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly restore: () => void;
}

/** What is done with lines of the list: the act, where the focus goes, and what is said. */
export function useListActs(designer: Designer, focusNext: (...ids: readonly string[]) => void): ListActs {
  const translate = useTranslate();
  const { items, dispatch, say } = useDesign();
  const { what, titled } = useNames();
  const isNarrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const newId = nextItemId(designer.names);

  return {
    add: (kind) => {
      dispatch({ do: 'add', kind });
      focusNext(focusIds.title(newId));
    },
    select: (id, go) => {
      dispatch({ do: 'select', id });
      if (go) focusNext(focusIds.title(id));
      else if (isNarrow) focusNext(focusIds.editor);
    },
    move: (id, by, tool) => {
      const from = items.findIndex((item) => item.id === id);
      const item = items[from];
      if (!item || !items[from + by]) return;
      dispatch({ do: 'move', id, by });
      focusNext(...(tool === undefined ? [] : [focusIds.tool(id, tool)]), focusIds.line(id));
      say(translate('postup.designer.said.moved', { what: what(item), title: titled(item.title), place: from + by + 1, of: items.length }));
    },
    duplicate: (id) => {
      dispatch({ do: 'duplicate', id });
      focusNext(focusIds.title(newId));
      const item = items.find((one) => one.id === id);
      if (item) say(translate('postup.designer.said.duplicated', { what: what(item), title: titled(item.title) }));
    },
    remove: (id) => {
      const place = items.findIndex((item) => item.id === id);
      const neighbour = items[place + 1] ?? items[place - 1];
      dispatch({ do: 'remove', id });
      focusNext(neighbour ? focusIds.line(neighbour.id) : focusIds.add);
    },
    restore: () => {
      const back = designer.thrown?.selected ?? null;
      dispatch({ do: 'restore' });
      focusNext(...(back === null ? [] : [focusIds.line(back)]), focusIds.add);
    },
  };
}
