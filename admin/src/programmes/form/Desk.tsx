import { Box } from '@mui/material';
import { useEffect, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ProgrammeForm } from '../../api/dataProvider';
import { useWords } from '../../i18n/useWords';
import { DesignContext, type DesignValue } from './design';
import { designFaults, firstFault, refusedFaults } from './faults';
import { LawLine } from './LawLine';
import { Notices } from './Notices';
import { PreviewLink } from './PreviewLink';
import { SaveBar } from './SaveBar';
import { focusIds, useFocusNext } from './useFocusNext';
import { useFormDraft } from './useFormDraft';
import { useLeaveWarning } from './useLeaveWarning';
import { Workbench } from './Workbench';

interface DeskProps {
  readonly form: ProgrammeForm;
  readonly readAgain: () => void;
  readonly isClosed: boolean;
  readonly mayEdit: boolean;
  readonly onUnsaved: (unsaved: boolean) => void;
}

/** Read to who cannot see it, out of sight of the others. */
const UNSEEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** The designer around its list and editor: what is wrong, what is saved, who may do what. */
export function Desk({ form, readAgain, isClosed, mayEdit, onUnsaved }: DeskProps) {
  const translate = useTranslate();
  const words = useWords();
  const readOnly = isClosed || !mayEdit;
  const draft = useFormDraft(form, readAgain, readOnly);
  const [said, say] = useState('');
  const [strict, setStrict] = useState(false);
  const focusNext = useFocusNext();
  const { designer, dispatch, changed, refusal } = draft;
  const { items } = designer;
  const own = useMemo(() => designFaults(items, translate, words), [items, translate, words]);
  const value = useMemo<DesignValue>(
    () => ({ items, faults: refusal ? { ...own, ...refusedFaults(refusal.errors) } : own, readOnly, strict, dispatch, say }),
    [items, own, refusal, readOnly, strict, dispatch],
  );
  useLeaveWarning(changed);
  useEffect(() => {
    onUnsaved(changed);
    return () => onUnsaved(false);
  }, [changed, onUnsaved]);
  const toFirstFault = (): void => {
    const place = firstFault(own);
    const item = place === null ? undefined : items[place];
    if (!item) return;
    setStrict(true);
    dispatch({ do: 'select', id: item.id });
    focusNext(focusIds.fault, focusIds.title(item.id));
  };

  return (
    <DesignContext value={value}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, minWidth: 0 }}>
        <Notices isClosed={isClosed} mayEdit={mayEdit} usedBy={draft.saved.usedBy} />
        <PreviewLink programmeId={form.id} unsaved={changed} />
        <LawLine />
        <Workbench designer={designer} focusNext={focusNext} />
        <Box role="status" sx={UNSEEN}>
          {said}
        </Box>
        {!readOnly && <SaveBar draft={draft} faults={Object.keys(own).length} onFirstFault={toFirstFault} />}
      </Box>
    </DesignContext>
  );
}
