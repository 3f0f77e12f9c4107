import OpenIcon from '@mui/icons-material/OpenInNewOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSession } from '../../auth/useSession';

/** The form as the applicant sees it, in the portal; it shows what is saved. */
export function PreviewLink({ programmeId, unsaved }: { readonly programmeId: string; readonly unsaved: boolean }) {
  const translate = useTranslate();
  const slug = useSession()?.tenant.slug;
  const disabled = unsaved || slug === undefined;
  const label = translate('postup.designer.preview.open');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
      {disabled ? (
        <Button size="small" startIcon={<OpenIcon />} disabled>
          {label}
        </Button>
      ) : (
        <Button
          size="small"
          startIcon={<OpenIcon />}
          href={`/${slug}/nahled/${programmeId}`}
          target="_blank"
          rel="noopener"
          title={translate('postup.designer.preview.newTab')}
        >
          {label}
        </Button>
      )}
      {unsaved && (
        <Typography variant="caption" color="text.secondary">
          {translate('postup.designer.preview.saveFirst')}
        </Typography>
      )}
    </Box>
  );
}
