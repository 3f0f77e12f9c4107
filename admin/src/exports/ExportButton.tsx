import ColumnsIcon from '@mui/icons-material/ViewColumnOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useListContext, useTranslate } from 'react-admin';
import { useFilter, type Filter } from '../shared/useFilter';
import { ExportDialog } from './ExportDialog';

function DialogButton({ label, filter }: { readonly label: string; readonly filter: Filter }) {
  const translate = useTranslate();
  const { sort } = useListContext();
  const { canAccess: may = false } = useCanAccess({ resource: 'cases', action: 'export' });
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button size="small" startIcon={<ColumnsIcon />} onClick={() => setOpen(true)}>
        {translate(label)}
      </Button>
      {open && <ExportDialog filter={filter} sort={sort} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Above the list of cases: everything that the filter lets through. */
export function ExportButton() {
  return <DialogButton label="postup.exports.open" filter={useFilter()} />;
}

/** Over chosen rows of the list of cases. */
export function ExportChosenButton() {
  const { selectedIds } = useListContext();
  const id = (selectedIds as readonly (string | number)[]).map(String);
  return <DialogButton label="postup.exports.openChosen" filter={{ id }} />;
}
