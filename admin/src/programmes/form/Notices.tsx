import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';

interface NoticesProps {
  readonly isClosed: boolean;
  readonly mayEdit: boolean;
  /** Applications that keep the version that is shown. */
  readonly usedBy: number;
}

/** What the officer should know before touching anything. */
export function Notices({ isClosed, mayEdit, usedBy }: NoticesProps) {
  const translate = useTranslate();
  if (isClosed) return <Alert severity="info">{translate('postup.designer.closed')}</Alert>;
  if (!mayEdit) return <Alert severity="info">{translate('postup.designer.readOnly')}</Alert>;
  return usedBy > 0 ? <Alert severity="info">{translate('postup.designer.usedBy', { smart_count: usedBy })}</Alert> : null;
}
