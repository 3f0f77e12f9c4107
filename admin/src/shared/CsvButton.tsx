import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { csvAddress } from '../api/dataProvider';
import { useFilter } from './useFilter';

/** The list as it is filtered and sorted, as a file that Excel opens; made by the server, recorded there. */
export function CsvButton() {
  const translate = useTranslate();
  const { resource, sort } = useListContext();
  const filter = useFilter();
  return (
    <Button size="small" startIcon={<DownloadIcon />} href={csvAddress(resource, filter, sort)} download>
      {translate('postup.words.exportCsv')}
    </Button>
  );
}
