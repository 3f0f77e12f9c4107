import { DataTable, FunctionField, SearchInput, SelectInput, useTranslate } from 'react-admin';
import { Chip, Typography } from '@mui/material';
import { formatMoney } from '../../../processes/money';
import type { ProgrammeView } from '../../../processes/views';
import { formatDateTime } from '../shared/dates';
import { EmptyList } from '../shared/EmptyState';
import { AMOUNT, ON_WIDE, UNBROKEN } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';
import { useAreaChoices } from './AreaInputs';
import { ImportButton } from './transfer/ImportButton';

export function StateChip({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  if (programme.open) return <Chip size="small" color="success" variant="outlined" label={translate('postup.programmes.intakeOpen')} />;
  return (
    <Chip
      size="small"
      variant="outlined"
      color={programme.state === 'published' ? 'info' : 'default'}
      label={translate(`postup.programmes.states.${programme.state}`)}
    />
  );
}

/** With the end of the intake under it where there is no room for a column. */
function Name({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  return (
    <>
      {programme.title}
      <Typography variant="caption" component="div" color="text.secondary" sx={{ display: { md: 'none' } }}>
        {translate('postup.programmes.intakeClosesAt')} {formatDateTime(programme.intakeClosesAt)}
      </Typography>
    </>
  );
}

/** By area of support; absent in an office without funds. */
function AreaFilter({ source }: { readonly source: string; readonly alwaysOn?: boolean }) {
  const choices = useAreaChoices(undefined);
  if (choices === null || choices.length === 0) return null;
  return (
    <SelectInput
      source={source}
      label="postup.programmes.area"
      emptyText="postup.words.all"
      choices={choices}
      translateChoice={false}
      sx={{ minWidth: 220 }}
    />
  );
}

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <SelectInput
    key="state"
    source="state"
    label="postup.programmes.state"
    emptyText="postup.words.all"
    alwaysOn
    choices={[
      { id: 'draft', name: 'postup.programmes.states.draft' },
      { id: 'published', name: 'postup.programmes.states.published' },
      { id: 'closed', name: 'postup.programmes.states.closed' },
    ]}
  />,
  <AreaFilter key="areaId" source="areaId" alwaysOn />,
];

/** Programmes of the office with their intake and money. */
export function ProgrammeList() {
  return (
    <OfficeList
      create="postup.programmes.create"
      tools={<ImportButton />}
      title="postup.programmes.title"
      filters={filters}
      sort={{ field: 'intakeOpensAt', order: 'DESC' }}
    >
      <DataTable rowClick="show" bulkActionButtons={false} empty={<EmptyList text="postup.programmes.empty" />}>
        <DataTable.Col source="title" label="postup.programmes.name">
          <FunctionField<ProgrammeView> render={(programme) => <Name programme={programme} />} />
        </DataTable.Col>
        <DataTable.Col source="area" label="postup.programmes.area" sx={ON_WIDE} />
        <DataTable.Col source="state" label="postup.programmes.state">
          <FunctionField<ProgrammeView> render={(programme) => <StateChip programme={programme} />} />
        </DataTable.Col>
        <DataTable.Col source="intakeOpensAt" label="postup.programmes.intakeOpensAt" sx={{ ...UNBROKEN, ...ON_WIDE }}>
          <FunctionField<ProgrammeView> render={(programme) => formatDateTime(programme.intakeOpensAt)} />
        </DataTable.Col>
        <DataTable.Col source="intakeClosesAt" label="postup.programmes.intakeClosesAt" sx={{ ...UNBROKEN, ...ON_WIDE }}>
          <FunctionField<ProgrammeView> render={(programme) => formatDateTime(programme.intakeClosesAt)} />
        </DataTable.Col>
        <DataTable.Col source="totalAmount" label="postup.programmes.totalAmount" sx={{ ...AMOUNT, ...ON_WIDE }}>
          <FunctionField<ProgrammeView> render={(programme) => formatMoney(programme.totalAmount)} />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}
