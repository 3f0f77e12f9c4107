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

/** Who took part and what they did, a person a paragraph: names with functions are too long for a column of labels. */
function People({ people }: { readonly people: CaseView['people'] }) {
  const words = useWords();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', rowGap: 0.75 }}>
      {people.map(({ person, role, did }) => (
        <Box key={person.id} component="li" sx={{ overflowWrap: 'anywhere' }}>
          <Typography variant="body2">
            {person.name}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {', '}
              {words(roles[role])}
            </Box>
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {did.map(words).join(', ')}
          </Typography>
        </Box>
      ))}
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
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, gap: 3 }}>
      <Section title="postup.cases.facts">
        <FactList facts={facts} />
      </Section>
      <Section title="postup.cases.values">
        <ValueList values={view.values} />
      </Section>
      <Section title="postup.cases.people">
        <People people={view.people} />
      </Section>
      {readsComments && (
        <Section title="postup.cases.comments">
          <Comments caseId={view.id} mayWrite={view.may.comment} />
        </Section>
      )}
    </Box>
  );
}
