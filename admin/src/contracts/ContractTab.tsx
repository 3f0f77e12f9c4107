import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { TemplatesView } from '../../../processes/grant/contract/views';
import type { CaseRow, ProgrammeView } from '../../../processes/views';
import { useRows } from '../api/reads';
import { Loaded } from '../shared/Loaded';
import { Duties } from './Duties';
import { Fields } from './Fields';
import { TemplatePanel, type CaseToTry } from './TemplatePanel';

type Templates = TemplatesView & { readonly id: string };

function Templates({
  programmeId,
  title,
  cases,
}: {
  readonly programmeId: string | null;
  readonly title: string;
  readonly cases: readonly CaseToTry[];
}) {
  const read = useRows<Templates>('contract-templates', programmeId === null ? {} : { programmeId });
  return (
    <Box component="section" sx={{ mb: 2 }}>
      <Typography variant="subtitle1" component="h3" gutterBottom>
        {title}
      </Typography>
      <Loaded read={read}>
        {(all) => (
          <>
            {all.map((templates) => (
              <TemplatePanel key={templates.kind} place={{ programmeId, kind: templates.kind }} templates={templates} cases={cases} />
            ))}
          </>
        )}
      </Loaded>
    </Box>
  );
}

/** Contracts of the programme: what is to be published, and the templates by which contracts and amendments are made. */
export function ContractTab({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const cases = useRows<CaseRow>('cases', { subjectId: programme.id }, { field: 'openedAt', order: 'DESC' }, 50);
  const toTry = (cases.data ?? []).map(({ id, number, applicantName }) => ({ id, label: `${number} ${applicantName}` }));
  return (
    <Box>
      <Duties programmeId={programme.id} />
      <Templates programmeId={programme.id} title={translate('postup.contracts.ofProgramme')} cases={toTry} />
      <Templates programmeId={null} title={translate('postup.contracts.ofOffice')} cases={toTry} />
      <Fields />
    </Box>
  );
}
