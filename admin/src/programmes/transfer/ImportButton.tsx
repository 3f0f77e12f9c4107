import UploadIcon from '@mui/icons-material/FileUploadOutlined';
import { Button, useCanAccess, useCreatePath } from 'react-admin';

/** To the page where a file from another town is looked through and taken over. */
export function ImportButton() {
  const createPath = useCreatePath();
  const { canAccess: may = false } = useCanAccess({ resource: 'programmes', action: 'create' });
  if (!may) return null;
  return (
    <Button label="postup.transfer.import" href={`#${createPath({ resource: 'programme-import', type: 'list' })}`}>
      <UploadIcon />
    </Button>
  );
}
