import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FactList } from '../../shared/ValueList';

/** Bytes as a person says them. */
export const sizeOf = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : `${Math.ceil(bytes / 1024).toLocaleString('cs')} kB`);

/** By what a file is known at both ends. */
export function FileFacts({ name, size, sha256 }: { readonly name: string; readonly size: number; readonly sha256: string }) {
  const translate = useTranslate();
  return (
    <FactList
      facts={[
        [translate('postup.transfer.fileName'), name],
        [translate('postup.transfer.size'), sizeOf(size)],
        [
          translate('postup.transfer.sha256'),
          <Box key="sha256" component="code" sx={{ overflowWrap: 'anywhere' }}>
            {sha256}
          </Box>,
        ],
      ]}
    />
  );
}
