import OpenIcon from '@mui/icons-material/OpenInNewOutlined';
import { Box, Button, Chip, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { FORM_PREVIEW_CHANNEL, type FormPreview } from '../../../../processes/programmeFile/preview';
import type { FileContent } from '../../../../processes/programmeFile/views';
import { useSession } from '../../auth/useSession';
import { Part } from './Part';

/** Gives the form to the window in which the portal draws it: there is no record yet that it could read it from. */
function usePreview(preview: FormPreview): void {
  const latest = useRef(preview);
  useEffect(() => {
    latest.current = preview;
  }, [preview]);
  useEffect(() => {
    const channel = new BroadcastChannel(FORM_PREVIEW_CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<{ readonly wanted?: string }>) => {
      if (data.wanted === latest.current.sha256) channel.postMessage(latest.current);
    };
    return () => channel.close();
  }, []);
}

/** What the application asks, in a list and drawn as the applicant will see it. */
export function QuestionsPart({ content, sha256 }: { readonly content: FileContent; readonly sha256: string }) {
  const translate = useTranslate();
  const slug = useSession()?.tenant.slug;
  const { items, form } = content;
  usePreview({ sha256, items, form });
  return (
    <Part title="form">
      <Typography gutterBottom>
        {translate(items.length === 0 ? 'postup.transfer.noQuestions' : 'postup.transfer.questionsLead')}
      </Typography>
      <Box component="ol" sx={{ m: 0, mb: 1, pl: 3 }}>
        {items.map((item) => (
          <Box component="li" key={item.id} sx={{ mb: 0.5, overflowWrap: 'anywhere' }}>
            {item.title}{' '}
            <Typography component="span" variant="body2" color="text.secondary">
              {translate(`postup.designer.kind.${item.kind}`)}
            </Typography>{' '}
            {item.required === true && <Chip size="small" variant="outlined" label={translate('postup.transfer.required')} />}{' '}
            {item.shownIf && <Chip size="small" variant="outlined" label={translate('postup.transfer.shownIf')} />}
          </Box>
        ))}
      </Box>
      {slug !== undefined && (
        <Button
          size="small"
          variant="outlined"
          startIcon={<OpenIcon />}
          href={`/${slug}/nahled/soubor?otisk=${sha256}`}
          target="_blank"
          rel="noopener"
          aria-describedby="form-preview-hint"
        >
          {translate('postup.transfer.preview')}
        </Button>
      )}
      <Typography id="form-preview-hint" variant="caption" color="text.secondary" component="p">
        {translate('postup.transfer.previewTab')}
      </Typography>
    </Part>
  );
}
