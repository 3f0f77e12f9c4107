import { Alert, Autocomplete, Box, Button, Chip, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { palette } from '../../../../processes/officersSection/palette';
import type { CaseSectionView, LabelView } from '../../../../processes/officersSection/views';
import { useOne, useRows } from '../../api/reads';
import { useAct } from '../../api/useAct';
import { formatDateTime } from '../../shared/dates';
import { LabelChip, LabelChips } from '../../shared/LabelChips';
import { Loaded } from '../../shared/Loaded';
import { saveSection } from './acts';

type Section = CaseSectionView & { readonly id: string };

function Read({ section }: { readonly section: Section }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Typography variant="body2">
        {translate('postup.office.section.ownNumber')}: {section.ownNumber ?? translate('postup.words.empty')}
      </Typography>
      {section.labels.length > 0 ? <LabelChips labels={section.labels} /> : null}
    </Box>
  );
}

function Form({ section }: { readonly section: Section }) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const offered = useRows<LabelView>('labels', { retired: false }, { field: 'name', order: 'ASC' });
  const [number, setNumber] = useState(section.ownNumber ?? '');
  const [labels, setLabels] = useState<readonly Pick<LabelView, 'id' | 'name' | 'colour'>[]>(section.labels);
  const [more] = Object.values(act.error?.errors ?? {});
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wanted = { ownNumber: number.trim() === '' ? null : number.trim(), labelIds: labels.map(({ id }) => id) };
    void act.run(() => saveSection(section.id, wanted, section), wanted, 'postup.office.section.saved');
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1.5 }}>
      <TextField
        label={translate('postup.office.section.ownNumber')}
        helperText={act.error?.errors.ownNumber ?? translate('postup.office.section.ownNumberHint')}
        error={act.error?.errors.ownNumber !== undefined}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
        fullWidth
      />
      {offered.data?.length === 0 && labels.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {translate('postup.office.section.noLabels')}
        </Typography>
      ) : (
        <Autocomplete
          multiple
          value={[...labels]}
          options={[...(offered.data ?? [])]}
          loading={offered.pending}
          getOptionLabel={(label) => label.name}
          isOptionEqualToValue={(one, other) => one.id === other.id}
          onChange={(_event, next) => setLabels(next)}
          noOptionsText={translate('postup.office.section.none')}
          renderOption={({ key, ...props }, label) => (
            <li key={key} {...props}>
              <LabelChip label={label} />
            </li>
          )}
          renderValue={(chosen, itemProps) =>
            chosen.map((label, index) => {
              const { key, ...props } = itemProps({ index });
              const { ground, text } = palette[label.colour];
              return <Chip key={key} {...props} size="small" label={label.name} sx={{ bgcolor: ground, color: text }} />;
            })
          }
          renderInput={(params) => <TextField {...params} label={translate('postup.office.section.labels')} />}
        />
      )}
      {act.error !== null && <Alert severity="error">{more ?? act.error.message}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button type="submit" size="small" variant="outlined" disabled={act.busy}>
          {translate('postup.office.section.save')}
        </Button>
        {section.updatedBy !== null && (
          <Typography variant="caption" color="text.secondary">
            {translate('postup.office.section.changedBy', { name: section.updatedBy.name, date: formatDateTime(section.updatedAt) })}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

/** The number of the records service and the labels of the case. */
export function SectionForm({ caseId }: { readonly caseId: string }) {
  const read = useOne<Section>('case/section', caseId);
  const { canAccess: may = false } = useCanAccess({ resource: 'officersSection', action: 'edit' });
  return (
    <Loaded read={read} lines={2}>
      {/* Another version is another form: what was typed over an older one must not be saved over it. */}
      {(section) => (may ? <Form key={section.version} section={section} /> : <Read section={section} />)}
    </Loaded>
  );
}
