import { Box, Button, Link, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ComparisonView } from '../../../processes/grant/contract/views';
import type { CaseView, DocumentView } from '../../../processes/views';
import { useAct } from '../api/useAct';
import { compareDocuments } from './acts';
import { Comparison } from './Comparison';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly documents: readonly DocumentView[];
  readonly onChange: (id: string) => void;
}

function Choice({ label, value, documents, onChange }: ChoiceProps) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      sx={{ minWidth: 220, maxWidth: '100%' }}
    >
      {documents.map(({ id, title, fileName }) => (
        <MenuItem key={id} value={id}>
          {title} – {fileName}
        </MenuItem>
      ))}
    </TextField>
  );
}

function CompareTwo({ caseId, documents }: { readonly caseId: string; readonly documents: readonly DocumentView[] }) {
  const translate = useTranslate();
  const act = useAct();
  const [before, setBefore] = useState(documents[0]?.id ?? '');
  const [after, setAfter] = useState(documents.at(-1)?.id ?? '');
  const [compared, setCompared] = useState<ComparisonView | null>(null);
  return (
    <Box component="details" sx={{ mt: 1.5 }}>
      <summary>{translate('postup.contracts.compareDocuments')}</summary>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', my: 1 }}>
        <Choice label={translate('postup.contracts.older')} value={before} documents={documents} onChange={setBefore} />
        <Choice label={translate('postup.contracts.newer')} value={after} documents={documents} onChange={setAfter} />
        <Button
          size="small"
          disabled={act.busy}
          onClick={() => void act.run(async () => setCompared(await compareDocuments(caseId, before, after)), [before, after])}
        >
          {translate('postup.contracts.compare')}
        </Button>
      </Box>
      {compared && <Comparison compared={compared} />}
    </Box>
  );
}

/** What can be done with the contract among the documents of a case: its text compared with another one, its entry for the register of contracts. */
export function CaseContract({ view, documents }: { readonly view: CaseView; readonly documents: readonly DocumentView[] }) {
  const translate = useTranslate();
  const texts = documents.filter(({ mediaType, state }) => mediaType === DOCX && state === 'ready');
  return (
    <>
      {texts.length > 1 && <CompareTwo caseId={view.id} documents={texts} />}
      {view.processId === 'grant' && typeof view.values.signedOn === 'string' && (
        <Box sx={{ mt: 1.5 }}>
          <Link href={`/api/cases/${view.id}/contract-register.xml`}>{translate('postup.contracts.register')}</Link>
        </Box>
      )}
    </>
  );
}
