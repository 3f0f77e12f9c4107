import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ReasonDialog } from '../../shared/ReasonDialog';

interface ReasonButtonProps {
  readonly title: string;
  /** On the button, where the title is too long for it. */
  readonly short?: string;
  readonly hint?: string;
  readonly keptAs: string;
  readonly busy: boolean;
  readonly onConfirm: (reason: string) => Promise<boolean>;
}

/** A button of an act that wants a reason. */
export function ReasonButton({ title, short = title, hint, keptAs, busy, onConfirm }: ReasonButtonProps) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" disabled={busy} onClick={() => setOpen(true)} aria-label={translate(title)}>
        {translate(short)}
      </Button>
      {open && (
        <ReasonDialog
          title={title}
          hint={hint}
          confirm={short}
          keptAs={keptAs}
          busy={busy}
          onClose={() => setOpen(false)}
          onConfirm={onConfirm}
        />
      )}
    </>
  );
}
