import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { csvAddress } from '../api/dataProvider';

/** The list as it is filtered and sorted, as a file that Excel opens; made by the server, recorded there. */
export function CsvButton() {
  const translate = useTranslate();
  const { resource, filterValues, sort } = useListContext();
  return (
    <Button size="small" startIcon={<DownloadIcon />} href={csvAddress(resource, filterValues, sort)} download>
      {translate('postup.words.exportCsv')}
    </Button>
  );
}
