import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { FORM_PREVIEW_CHANNEL, type FormPreview } from '../../../processes/programmeFile/preview';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { Page } from '../ui/Page';
import { useWords } from '../words/context';
import { Preview } from './PreviewPage';

/** The window beside answers at once, or it is not there. */
const PATIENCE_MS = 5_000;

/** The form that the window of the back office holds; null while it has not answered, false when it does not. */
function useFileForm(sha256: string): FormPreview | null | false {
  const [preview, setPreview] = useState<FormPreview | null | false>(null);
  useEffect(() => {
    const channel = new BroadcastChannel(FORM_PREVIEW_CHANNEL);
    const patience = setTimeout(() => setPreview((given) => given ?? false), PATIENCE_MS);
    channel.onmessage = ({ data }: MessageEvent<Partial<FormPreview>>) => {
      const { form, items } = data;
      if (data.sha256 === sha256 && form && items) setPreview({ sha256, form, items });
    };
    channel.postMessage({ wanted: sha256 });
    return () => {
      clearTimeout(patience);
      channel.close();
    };
  }, [sha256]);
  return preview;
}

/** The form of a programme that is only a file yet, for the officer who looks it through in the back office. */
export function FilePreviewPage() {
  const { t } = useWords();
  const [query] = useSearchParams();
  const preview = useFileForm(query.get('otisk') ?? '');
  if (preview) return <Preview form={preview.form} items={preview.items} />;
  if (preview === null) return <Loading />;
  return (
    <Page title={t.application.title}>
      <Notice>{t.application.previewGone}</Notice>
    </Page>
  );
}
