import UploadIcon from '@mui/icons-material/FileUploadOutlined';
import { Button } from '@mui/material';
import { useCanAccess, useCreatePath, useTranslate } from 'react-admin';

/** To the page where a file from another town is looked through and taken over. */
export function ImportButton() {
  const translate = useTranslate();
  const createPath = useCreatePath();
  const { canAccess: may = false } = useCanAccess({ resource: 'programmes', action: 'create' });
  if (!may) return null;
  return (
    <Button size="small" startIcon={<UploadIcon />} href={`#${createPath({ resource: 'programme-import', type: 'list' })}`}>
      {translate('postup.transfer.import')}
    </Button>
  );
}
