import { Box, Chip, LinearProgress, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CaseView, DocumentView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { useParts } from '../api/reads';
import { CaseContract } from '../contracts/CaseContract';
import { formatDateTime } from '../shared/dates';
import { EmptyState } from '../shared/EmptyState';
import { FileButton } from '../shared/FileButton';
import { Loaded } from '../shared/Loaded';

/** Bytes as people say them. */
function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${Math.round(kilo)} kB` : `${(kilo / 1024).toFixed(1).replace('.', ',')} MB`;
}

function Rows({ documents }: { readonly documents: readonly DocumentView[] }) {
  const translate = useTranslate();
  if (documents.length === 0) return <EmptyState text="postup.cases.noDocuments" />;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('postup.cases.document')}</TableCell>
            <TableCell>{translate('postup.cases.documentBy')}</TableCell>
            <TableCell align="right">{translate('postup.cases.size')}</TableCell>
            <TableCell component="td" />
          </TableRow>
        </TableHead>
        <TableBody>
          {documents.map((document) => (
            <TableRow key={document.id}>
              <TableCell>
                {document.state === 'ready' ? (
                  <Link href={`/api/documents/${document.id}/content`} target="_blank" rel="noopener">
                    {document.title}
                  </Link>
                ) : (
                  <>
                    {document.title} <Chip size="small" label={translate('postup.cases.queued')} />
                  </>
                )}
                <Typography variant="caption" color="text.secondary" component="p" sx={{ overflowWrap: 'anywhere' }}>
                  {document.fileName}
                </Typography>
                {document.signature !== null && (
                  <Typography variant="caption" component="p">
                    {translate('postup.contracts.signature')}
                  </Typography>
                )}
              </TableCell>
              <TableCell>
                {document.createdBy?.name ?? translate('postup.words.system')}
                <Typography variant="caption" color="text.secondary" component="p">
                  {formatDateTime(document.createdAt)}
                </Typography>
              </TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                {document.size > 0 ? sizeOf(document.size) : ''}
              </TableCell>
              <TableCell align="right">
                {document.state === 'ready' && (
                  <Link href={`/api/documents/${document.id}/content?download=1`}>{translate('postup.cases.download')}</Link>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** Documents of the case: opened on the screen or downloaded, both recorded by the server; new ones added. */
export function DocumentsTab({ view }: { readonly view: CaseView }) {
  const translate = useTranslate();
  const act = useAct();
  const read = useParts<DocumentView>('documents', view.id);
  return (
    <Box>
      {view.may.upload && (
        <Box sx={{ mb: 1, display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <FileButton
            label={translate('postup.cases.upload')}
            disabled={act.busy}
            onFile={(file) => void act.run((provider) => provider.upload(view.id, file), file.name, 'postup.cases.uploaded')}
          />
          <Typography variant="caption" color="text.secondary">
            {translate('postup.cases.uploadHint')}
          </Typography>
        </Box>
      )}
      {act.busy && <LinearProgress aria-label={translate('postup.cases.uploading')} />}
      <Loaded read={read}>
        {(documents) => (
          <>
            <Rows documents={documents} />
            <CaseContract view={view} documents={documents} />
          </>
        )}
      </Loaded>
    </Box>
  );
}
