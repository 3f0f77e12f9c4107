import { Box, Typography } from '@mui/material';
import { DataTable, FunctionField, SearchInput, Show, useRecordContext, useTranslate } from 'react-admin';
import type { ApplicantIdentityRow, ApplicantIdentityView } from '../../../processes/identities/views';
import { representativeText, sharesText } from '../../../processes/identities/prefill';
import { formatMoney } from '../../../processes/money';
import { CaseLink } from '../shared/CaseLink';
import { formatDate } from '../shared/dates';
import { EmptyList } from '../shared/EmptyState';
import { AMOUNT, ON_WIDE } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';
import { FactList } from '../shared/ValueList';

/** Persons and associations in whose name people apply. */
function IdentityList() {
  return (
    <OfficeList
      title="postup.identities.title"
      filters={[<SearchInput key="q" source="q" alwaysOn />]}
      sort={{ field: 'name', order: 'ASC' }}
    >
      <DataTable rowClick="show" bulkActionButtons={false} empty={<EmptyList text="postup.identities.empty" />}>
        <DataTable.Col source="name" label="postup.identities.name" />
        <DataTable.Col source="ico" label="postup.identities.ico" />
        <DataTable.Col source="municipality" label="postup.identities.municipality" sx={ON_WIDE} />
        <DataTable.NumberCol source="people" label="postup.identities.people" disableSort sx={ON_WIDE} />
        <DataTable.NumberCol source="cases" label="postup.identities.cases" />
        <DataTable.Col source="awarded" label="postup.identities.awarded" sx={AMOUNT}>
          <FunctionField<ApplicantIdentityRow> render={(row) => formatMoney(row.awarded)} />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}

function Facts({ identity }: { readonly identity: ApplicantIdentityView }) {
  const translate = useTranslate();
  const label = (name: string): string => translate(`postup.identities.${name}`);
  const legal = identity.kind === 'legal';
  const lines = (text: string) => <Box sx={{ whiteSpace: 'pre-wrap' }}>{text === '' ? '–' : text}</Box>;
  return (
    <FactList
      facts={[
        [label('kind'), label(legal ? 'legal' : 'natural')],
        ...(identity.ico === null ? [] : [[label('ico'), identity.ico] as const]),
        ...(identity.birthDate === null ? [] : [[label('birthDate'), formatDate(identity.birthDate)] as const]),
        [label('address'), `${identity.street}, ${identity.postcode} ${identity.municipality}`],
        ...(legal
          ? [
              [label('representatives'), lines(representativeText(identity.representatives))] as const,
              [label('owners'), lines(sharesText(identity.owners))] as const,
              [label('holdings'), lines(sharesText(identity.holdings))] as const,
            ]
          : []),
        [label('bankAccount'), identity.bankAccount ?? '–'],
        [label('manager'), identity.manager.name],
      ]}
    />
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const translate = useTranslate();
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Typography component="h2" variant="h6">
        {translate(title)}
      </Typography>
      {children}
    </Box>
  );
}

function Identity() {
  const translate = useTranslate();
  const identity = useRecordContext<ApplicantIdentityView>();
  if (!identity) return null;
  return (
    <Box sx={{ p: 2, maxWidth: 860 }}>
      <Typography component="h1" variant="h5" gutterBottom>
        {identity.name}
      </Typography>
      <Facts identity={identity} />
      <Part title="postup.identities.rights">
        <ul>
          <li>
            {identity.manager.name}: {translate('postup.identities.manages')}
          </li>
          {identity.people.map(({ person, email, may }) => (
            <li key={person.id}>
              {person.name} ({email}): {translate(`postup.identities.may.${may}`)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="postup.identities.casesOf">
        {identity.granted.length === 0 && <Typography>{translate('postup.identities.noCases')}</Typography>}
        <ul>
          {identity.granted.map((one) => (
            <li key={one.caseId}>
              <CaseLink caseId={one.caseId} number={one.number} /> {one.title}
              {one.programmeTitle !== null && `, ${one.programmeTitle}`}: {translate('postup.identities.requested')}{' '}
              {formatMoney(one.requested)}
              {one.awarded !== null && `, ${translate('postup.identities.got')} ${formatMoney(one.awarded)}`}
            </li>
          ))}
        </ul>
      </Part>
    </Box>
  );
}

function IdentityShow() {
  return (
    <Show title="postup.identities.title" actions={false}>
      <Identity />
    </Show>
  );
}

export const identities = { list: IdentityList, show: IdentityShow, recordRepresentation: 'name' };
