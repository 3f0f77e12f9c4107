import { Box, Skeleton, Tab, Tabs, Typography } from '@mui/material';
import { lazy, Suspense, useCallback, useRef, useState, type ReactNode } from 'react';
import { EditButton, Show, TopToolbar, useRecordContext, useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import type { PersonRef, ProgrammeView } from '../../../processes/views';
import { useRows } from '../api/reads';
import { ContractTab } from '../contracts/ContractTab';
import { CriteriaTab } from '../evaluation/CriteriaTab';
import { RankingTab } from '../evaluation/RankingTab';
import { formatDate, formatDateTime } from '../shared/dates';
import { FactList } from '../shared/ValueList';
import { CopyButton } from './Again';
import { Applications } from './Applications';
import { CallsTab } from './calls/CallsTab';
import { Numbers } from './Numbers';
import { OpenSetting } from './OpenSetting';
import { Place } from './Place';
import { StateChip } from './ProgrammeList';
import { Publication } from './Publication';
import { TermsTab } from './terms/TermsTab';
import { ExportButton } from './transfer/ExportButton';

const FormDesigner = lazy(() => import('./form/FormDesigner'));

const TABS = ['settings', 'calls', 'form', 'terms', 'evaluation', 'applications', 'ranking', 'contract', 'numbers'] as const;
type TabName = (typeof TABS)[number];

interface TabProps {
  readonly programme: ProgrammeView;
  readonly onUnsaved: (unsaved: boolean) => void;
}

const long = (text: string): ReactNode => <Box sx={{ whiteSpace: 'pre-wrap', maxWidth: 720 }}>{text}</Box>;

function Settings({ programme }: { readonly programme: ProgrammeView }) {
  const translate = useTranslate();
  const people = useRows<PersonRef>('people', { role: 'evaluator' });
  const name = (id: string): string => people.data?.find((person) => person.id === id)?.name ?? '…';
  const label = (field: string): string => translate(`postup.programmes.${field}`);
  const open = (field: 'deMinimis' | 'asksPastSupport', name: string): readonly [string, ReactNode] => [
    name,
    <OpenSetting key={field} programme={programme} field={field} label={name} />,
  ];
  return (
    <FactList
      facts={[
        [label('area'), <Place key="area" programme={programme} />],
        [label('purpose'), long(programme.purpose)],
        [label('reasons'), long(programme.reasons)],
        [label('totalAmount'), formatMoney(programme.totalAmount)],
        [label('maxAmount'), formatMoney(programme.maxAmount)],
        [label('eligible'), long(programme.eligible)],
        [label('intakeOpensAt'), formatDateTime(programme.intakeOpensAt)],
        [label('intakeClosesAt'), formatDateTime(programme.intakeClosesAt)],
        [label('criteria'), long(programme.criteria)],
        [label('decisionDays'), String(programme.decisionDays)],
        [label('conditions'), long(programme.conditions)],
        [label('attachments'), long(programme.attachments)],
        open('deMinimis', translate('postup.office.programme.deMinimis')),
        open('asksPastSupport', label('asksPastSupport')),
        [label('settlementDueOn'), formatDate(programme.settlementDueOn)],
        [
          label('evaluators'),
          programme.evaluatorsByGroups ? translate('postup.evaluation.groups.programmeSays') : programme.evaluatorIds.map(name).join(', '),
        ],
      ]}
    />
  );
}

const CONTENT: Readonly<Record<TabName, (props: TabProps) => ReactNode>> = {
  settings: Settings,
  calls: CallsTab,
  form: (props) => (
    <Suspense fallback={<Skeleton height={160} />}>
      <FormDesigner {...props} />
    </Suspense>
  ),
  terms: TermsTab,
  evaluation: CriteriaTab,
  applications: Applications,
  ranking: RankingTab,
  contract: ContractTab,
  numbers: Numbers,
};

function Body() {
  const translate = useTranslate();
  const programme = useRecordContext<ProgrammeView>();
  const [chosen, setChosen] = useState<TabName | null>(null);
  const unsaved = useRef(false);
  const onUnsaved = useCallback((is: boolean) => {
    unsaved.current = is;
  }, []);
  if (!programme) return null;
  const tab = chosen ?? (programme.state === 'draft' ? 'settings' : 'applications');
  const Content = CONTENT[tab];
  const choose = (next: TabName): void => {
    if (!unsaved.current || window.confirm(translate('ra.message.unsaved_changes'))) setChosen(next);
  };
  return (
    <Box sx={{ p: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography variant="h5" component="h2">
          {programme.title}
        </Typography>
        <StateChip programme={programme} />
      </Box>
      <Publication programme={programme} />
      <Tabs
        value={tab}
        onChange={(_, next: TabName) => choose(next)}
        variant="scrollable"
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 1.5 }}
      >
        {TABS.map((name) => (
          <Tab key={name} value={name} label={translate(`postup.programmes.tab.${name}`)} />
        ))}
      </Tabs>
      <Content programme={programme} onUnsaved={onUnsaved} />
    </Box>
  );
}

function Actions() {
  const programme = useRecordContext<ProgrammeView>();
  if (!programme) return <Box sx={{ mt: 1.5 }} />;
  return (
    <TopToolbar sx={{ flexWrap: 'wrap' }}>
      <CopyButton programme={programme} />
      <ExportButton programme={programme} />
      {programme.state === 'draft' && <EditButton label="postup.words.edit" />}
    </TopToolbar>
  );
}

/** A bar that sticks to the bottom of the window would stick to a card that hides what overflows. */
const FRAME = { '& .RaShow-card': { overflow: 'visible', minWidth: 0 } } as const;

/** A programme: its settings, what it asks, its applications, its numbers. */
export function ProgrammeShow() {
  return (
    <Show title="postup.programmes.one" actions={<Actions />} sx={FRAME}>
      <Body />
    </Show>
  );
}
