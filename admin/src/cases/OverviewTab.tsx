import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { processes } from '../../../processes/registry';
import { roles } from '../../../processes/roles';
import type { CaseView } from '../../../processes/views';
import { useWords } from '../i18n/useWords';
import { formatDate, formatDateTime } from '../shared/dates';
import { FactList, ValueList } from '../shared/ValueList';
import { Comments } from './Comments';

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box component="section">
      <Typography variant="subtitle2" component="h2" gutterBottom>
        {translate(title)}
      </Typography>
      {children}
    </Box>
  );
}

/** The case at a glance: data, decisive values, who took part, notes. */
export function OverviewTab({ view }: { readonly view: CaseView }) {
  const translate = useTranslate();
  const words = useWords();
  const { canAccess: readsComments = false } = useCanAccess({ resource: 'comments', action: 'list' });
  const facts: [string, ReactNode][] = [
    [translate('postup.cases.applicant'), view.applicantName],
    [translate('postup.processes.one'), words(processes[view.processId]?.title)],
    [translate('postup.cases.opened'), formatDateTime(view.openedAt)],
    [translate('postup.cases.changed'), formatDateTime(view.changedAt)],
  ];
  if (view.subjectTitle !== null) facts.splice(2, 0, [translate('postup.cases.programme'), view.subjectTitle]);
  if (view.closedAt !== null) facts.push([translate('postup.cases.closed'), formatDate(view.closedAt)]);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, gap: 3 }}>
      <Section title="postup.cases.facts">
        <FactList facts={facts} />
      </Section>
      <Section title="postup.cases.values">
        <ValueList values={view.values} />
      </Section>
      <Section title="postup.cases.people">
        <FactList
          facts={view.people.map(({ person, role, did }) => [`${person.name} (${words(roles[role])})`, did.map(words).join(', ')])}
        />
      </Section>
      {readsComments && (
        <Section title="postup.cases.comments">
          <Comments caseId={view.id} mayWrite={view.may.comment} />
        </Section>
      )}
    </Box>
  );
}
