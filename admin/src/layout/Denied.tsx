import { Alert, AlertTitle } from '@mui/material';
import { Title, useTranslate } from 'react-admin';

/** What a person sees on a page that their roles do not open. */
export function Denied() {
  const translate = useTranslate();
  return (
    <Alert severity="info" sx={{ mt: 2 }}>
      <Title title={translate('postup.errors.deniedTitle')} />
      <AlertTitle>{translate('postup.errors.denied')}</AlertTitle>
      {translate('postup.errors.deniedHint')}
    </Alert>
  );
}
