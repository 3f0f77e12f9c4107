import { Alert, Box, Button, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Read } from '../api/reads';

/** Shows what was read; while it is not there, its outline; when it failed, why and a way to try again. */
export function Loaded<T>({
  read,
  children,
  lines = 3,
}: {
  readonly read: Read<T>;
  readonly children: (data: T) => ReactNode;
  readonly lines?: number;
}) {
  const translate = useTranslate();
  if (read.data !== undefined) return <>{children(read.data)}</>;
  if (read.error) {
    return (
      <Alert
        severity="error"
        action={
          <Button color="inherit" onClick={read.again}>
            {translate('postup.words.tryAgain')}
          </Button>
        }
      >
        {translate('postup.words.loadFailed')}: {read.error.message}
      </Alert>
    );
  }
  return (
    <Box role="status" aria-busy="true" aria-label={translate('postup.words.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={32} width={`${95 - line * 12}%`} />
      ))}
    </Box>
  );
}
