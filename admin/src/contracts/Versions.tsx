import { Box, Button, Link, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ComparisonView, TemplateVersionView } from '../../../processes/grant/contract/views';
import { useAct } from '../api/useAct';
import { formatDateTime } from '../shared/dates';
import { compareVersions } from './acts';
import { Comparison } from './Comparison';

function Choice({
  label,
  value,
  versions,
  onChange,
}: {
  label: string;
  value: string;
  versions: readonly TemplateVersionView[];
  onChange: (id: string) => void;
}) {
  return (
    <TextField select size="small" label={label} value={value} onChange={(event) => onChange(event.target.value)} sx={{ minWidth: 120 }}>
      {versions.map(({ id, version }) => (
        <MenuItem key={id} value={id}>
          {version}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Compare({ versions }: { readonly versions: readonly TemplateVersionView[] }) {
  const translate = useTranslate();
  const act = useAct();
  const [before, setBefore] = useState(versions[1]?.id ?? '');
  const [after, setAfter] = useState(versions[0]?.id ?? '');
  const [compared, setCompared] = useState<ComparisonView | null>(null);
  return (
    <Box sx={{ mt: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Choice label={translate('postup.contracts.older')} value={before} versions={versions} onChange={setBefore} />
        <Choice label={translate('postup.contracts.newer')} value={after} versions={versions} onChange={setAfter} />
        <Button
          size="small"
          disabled={act.busy}
          onClick={() => void act.run(async () => setCompared(await compareVersions(before, after)), [before, after])}
        >
          {translate('postup.contracts.compare')}
        </Button>
      </Box>
      {compared && <Comparison compared={compared} />}
    </Box>
  );
}

/** All versions that were, who kept them and when, and the text of any two beside each other. */
export function Versions({ versions }: { readonly versions: readonly TemplateVersionView[] }) {
  const translate = useTranslate();
  if (versions.length === 0) return null;
  const files = versions.filter(({ withdrawn }) => !withdrawn);
  return (
    <Box component="details" sx={{ mt: 1 }}>
      <summary>{translate('postup.contracts.versions', { smart_count: versions.length })}</summary>
      <Box component="ul" sx={{ pl: 3, my: 1 }}>
        {versions.map((one) => (
          <li key={one.id}>
            {one.withdrawn ? (
              translate('postup.contracts.wasWithdrawn', { version: one.version })
            ) : (
              <Link href={`/api/contract-templates/${one.id}/content`}>
                {one.version}. {one.fileName}
              </Link>
            )}{' '}
            ({one.createdBy.name}, {formatDateTime(one.createdAt)})
          </li>
        ))}
      </Box>
      {files.length > 1 && <Compare versions={files} />}
    </Box>
  );
}
