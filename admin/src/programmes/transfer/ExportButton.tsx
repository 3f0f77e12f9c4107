import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { ProgrammeExportView } from '../../../../processes/programmeFile/views';
import type { ProgrammeView } from '../../../../processes/views';
import { useAct } from '../../api/useAct';
import { useWords } from '../../i18n/useWords';
import { FileFacts } from './FileFacts';

/** Where anybody reads what the format is. */
const SCHEMA = '/api/schemas/programme-file-2.schema.json';

function About({ about }: { readonly about: ProgrammeExportView }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <>
      <FileFacts name={about.fileName} size={about.size} sha256={about.sha256} />
      <Typography variant="caption" color="text.secondary">
        {translate('postup.transfer.sha256Hint')}
      </Typography>
      {about.contacts.length > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {translate('postup.transfer.contacts')}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {about.contacts.map(({ path, place, found }) => (
              <li key={`${path} ${found}`}>
                {words(place)}: {found}
              </li>
            ))}
          </Box>
        </Alert>
      )}
      {about.leftOut.map((name) => (
        <Alert key={name} severity="warning" sx={{ mt: 1 }}>
          {translate('postup.transfer.leftOut', { name })}
        </Alert>
      ))}
    </>
  );
}

/** Settings of the programme as a file, looked at before it leaves. */
export function ExportButton({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const act = useAct();
  const { canAccess: may = false } = useCanAccess({ resource: 'programmes', action: 'export' });
  const [about, setAbout] = useState<ProgrammeExportView | null>(null);
  if (!may) return null;
  const open = (): void => void act.run(async (provider) => setAbout(await provider.aboutProgrammeFile(programme.id)), programme.version);
  const close = (): void => setAbout(null);
  return (
    <>
      <Button size="small" startIcon={<DownloadIcon />} disabled={act.busy} aria-haspopup="dialog" onClick={open}>
        {translate('postup.transfer.export')}
      </Button>
      {about && (
        <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby="export-dialog">
          <DialogTitle id="export-dialog">{translate('postup.transfer.exportTitle')}</DialogTitle>
          <DialogContent>
            <Typography gutterBottom>{translate('postup.transfer.exportLead')}</Typography>
            <About about={about} />
            <Typography variant="body2" sx={{ mt: 1 }}>
              <Link href={SCHEMA} target="_blank" rel="noopener">
                {translate('postup.transfer.schema')}
              </Link>
            </Typography>
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{translate('postup.words.cancel')}</Button>
            <Button variant="contained" href={`/api/programmes/${programme.id}/export`} download={about.fileName} onClick={close}>
              {translate('postup.transfer.download')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
