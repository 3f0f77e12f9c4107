import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Button, Snackbar } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useRedirect, useTranslate } from 'react-admin';
import type { ProgrammeView } from '../../../processes/views';
import type { PostupDataProvider } from '../api/dataProvider';
import { useAct, type Act } from '../api/useAct';
import { FileButton } from '../shared/FileButton';

type Making = (provider: PostupDataProvider, key: string) => Promise<ProgrammeView>;

/** Makes a programme and opens it, so that it is looked through before it is published. */
function useMaking(options?: Parameters<typeof useAct>[0]): Act & { readonly make: (work: Making, payload: unknown) => void } {
  const act = useAct(options);
  const redirect = useRedirect();
  const make = (work: Making, payload: unknown): void =>
    void act.run(
      async (provider, key) => {
        const { id } = await work(provider, key);
        redirect('show', 'programmes', id);
      },
      payload,
      'postup.programmes.madeDraft',
    );
  return { ...act, make };
}

/** The same programme for the next year: a draft with its dates a year later. */
export function CopyButton({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const { canAccess: may = false } = useCanAccess({ resource: 'programmes', action: 'create' });
  const { busy, make } = useMaking();
  if (!may) return null;
  return (
    <Button
      size="small"
      startIcon={<CopyIcon />}
      disabled={busy}
      onClick={() => make((provider, key) => provider.copyProgramme(programme.id, key), programme.id)}
    >
      {translate('postup.programmes.copy')}
    </Button>
  );
}

/** Settings and form as a file that another town can take over. */
export function ExportButton({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const { canAccess: may = false } = useCanAccess({ resource: 'programmes', action: 'export' });
  if (!may) return null;
  return (
    <Button size="small" startIcon={<DownloadIcon />} href={`/api/programmes/${programme.id}/export`} download="program.json">
      {translate('postup.programmes.export')}
    </Button>
  );
}

/** A draft of such a file. What does not fit in it is said part by part. */
export function ImportButton() {
  const translate = useTranslate();
  const { canAccess: may = false } = useCanAccess({ resource: 'programmes', action: 'create' });
  const { busy, error, forget, make } = useMaking({ quiet: true });
  const [unreadable, setUnreadable] = useState(false);
  if (!may) return null;
  const take = async (file: File): Promise<void> => {
    setUnreadable(false);
    forget();
    let content: unknown;
    try {
      content = JSON.parse(await file.text());
    } catch {
      setUnreadable(true);
      return;
    }
    make((provider, key) => provider.importProgramme(content, key), content);
  };
  const close = (): void => {
    setUnreadable(false);
    forget();
  };
  return (
    <>
      <FileButton
        label={translate('postup.programmes.import')}
        accept="application/json,.json"
        disabled={busy}
        onFile={(file) => void take(file)}
      />
      <Snackbar open={unreadable || error !== null} onClose={close}>
        <Alert severity="error" onClose={close}>
          {unreadable ? translate('postup.programmes.importUnreadable') : error?.message}
          {Object.entries(error?.errors ?? {}).map(([path, text]) => (
            <div key={path}>
              {path}: {text}
            </div>
          ))}
        </Alert>
      </Snackbar>
    </>
  );
}
