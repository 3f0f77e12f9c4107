import { Alert, Box, Button, LinearProgress, Link, MenuItem, Paper, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { TemplatesView, TemplateVersionView } from '../../../processes/grant/contract/views';
import { useAct } from '../api/useAct';
import { useWords } from '../i18n/useWords';
import { formatDateTime } from '../shared/dates';
import { FileButton } from '../shared/FileButton';
import { keepTemplate, withdrawTemplate, type Place } from './acts';
import { Versions } from './Versions';

/** A case with whose data a template may be tried. */
export interface CaseToTry {
  readonly id: string;
  readonly label: string;
}

/** What the law asks for and the template lacks, and what will not come into the PDF. */
function Notices({ template }: { readonly template: TemplateVersionView }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <>
      {template.lacks.length > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {translate('postup.contracts.lacks')}
          <ul>
            {template.lacks.map(({ provision, what }) => (
              <li key={provision}>
                {words(what)} ({provision})
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {template.notes.length > 0 && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {translate('postup.contracts.notConverted')}
          <ul>
            {template.notes.map((note) => (
              <li key={note.en}>{words(note)}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

function Preview({ template, cases }: { readonly template: TemplateVersionView; readonly cases: readonly CaseToTry[] }) {
  const translate = useTranslate();
  const [caseId, setCaseId] = useState('');
  const address = `/api/contract-templates/${template.id}/preview${caseId === '' ? '' : `?caseId=${caseId}`}`;
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 1 }}>
      <TextField
        select
        size="small"
        label={translate('postup.contracts.previewWith')}
        value={caseId}
        onChange={(event) => setCaseId(event.target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={{ minWidth: 220 }}
      >
        <MenuItem value="">{translate('postup.contracts.exampleData')}</MenuItem>
        {cases.map(({ id, label }) => (
          <MenuItem key={id} value={id}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      <Button size="small" href={address} target="_blank" rel="noopener">
        {translate('postup.contracts.preview')}
      </Button>
    </Box>
  );
}

interface PanelProps {
  readonly place: Place;
  readonly templates: TemplatesView;
  readonly cases: readonly CaseToTry[];
}

/** One kind of template: what holds now, a new version, a preview, and all versions. */
export function TemplatePanel({ place, templates, cases }: PanelProps) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const { canAccess: may = false } = useCanAccess({ resource: 'programmes', action: 'edit' });
  const { current, version, versions } = templates;
  const ours = versions[0]?.withdrawn === false;
  const source = current === null ? 'ownWords' : current.programmeId === null ? 'ofOffice' : 'ofProgramme';
  return (
    <Paper variant="outlined" sx={{ p: 1.5, mb: 1.5 }}>
      <Typography variant="subtitle1" component="h4">
        {translate(`postup.contracts.kind.${place.kind}`)}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {translate(`postup.contracts.source.${source}`)}
      </Typography>
      {current && (
        <Typography>
          <Link href={`/api/contract-templates/${current.id}/content`}>{current.fileName}</Link>{' '}
          {translate('postup.contracts.keptBy', {
            version: current.version,
            name: current.createdBy.name,
            at: formatDateTime(current.createdAt),
          })}
        </Typography>
      )}
      {current && <Notices template={current} />}
      {act.error && (
        <Alert severity="error" sx={{ mt: 1 }} onClose={act.forget}>
          {Object.keys(act.error.errors).length > 1 ? (
            <ul>
              {Object.entries(act.error.errors).map(([path, text]) => (
                <li key={path}>{text}</li>
              ))}
            </ul>
          ) : (
            act.error.message
          )}
        </Alert>
      )}
      {act.busy && <LinearProgress aria-label={translate('postup.contracts.checking')} />}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 1 }}>
        {may && (
          <FileButton
            label={translate(versions.length > 0 ? 'postup.contracts.keep' : 'postup.contracts.keepFirst')}
            accept=".docx"
            disabled={act.busy}
            onFile={(file) => void act.run(() => keepTemplate(place, file, version), file.name, 'postup.contracts.kept')}
          />
        )}
        <Button size="small" href={`/api/contract-templates/example?kind=${place.kind}`}>
          {translate('postup.contracts.example')}
        </Button>
        {may && ours && (
          <Button
            size="small"
            disabled={act.busy}
            onClick={() => void act.run(() => withdrawTemplate(place, version), version, 'postup.contracts.withdrawn')}
          >
            {translate('postup.contracts.withdraw')}
          </Button>
        )}
      </Box>
      {current && <Preview template={current} cases={cases} />}
      <Versions key={version} versions={versions} />
    </Paper>
  );
}
