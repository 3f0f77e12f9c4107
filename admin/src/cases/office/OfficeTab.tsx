import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { CaseView } from '../../../../processes/views';
import { DeMinimis } from './DeMinimis';
import { Inspections } from './Inspections';
import { Notes } from './Notes';
import { OtherApplications } from './OtherApplications';
import { SectionForm } from './SectionForm';

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box component="section" sx={{ minWidth: 0 }}>
      <Typography variant="h6" component="h2" gutterBottom>
        {translate(title)}
      </Typography>
      {children}
    </Box>
  );
}

/** The officers' own section: what the office keeps about the case for itself. */
export default function OfficeTab({ view }: { readonly view: CaseView }) {
  const translate = useTranslate();
  const { canAccess: writes = true } = useCanAccess({ resource: 'officersSection', action: 'edit' });
  const { canAccess: deMinimis = false } = useCanAccess({ resource: 'deMinimis', action: 'show' });
  const { canAccess: inspections = false } = useCanAccess({ resource: 'inspections', action: 'list' });
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography variant="body2" color="text.secondary">
        {translate('postup.office.lead')} {!writes && translate('postup.office.onlyReading')}
      </Typography>
      <Part title="postup.office.section.title">
        <SectionForm caseId={view.id} />
      </Part>
      <Part title="postup.office.notes.title">
        <Notes caseId={view.id} />
      </Part>
      <Part title="postup.office.others.title">
        <OtherApplications caseId={view.id} />
      </Part>
      {deMinimis && (
        <Part title="postup.office.deMinimis.title">
          <DeMinimis caseId={view.id} />
        </Part>
      )}
      {inspections && (
        <Part title="postup.office.inspections.title">
          <Inspections caseId={view.id} />
        </Part>
      )}
    </Box>
  );
}
