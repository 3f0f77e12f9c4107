import { Box, Paper, Skeleton, Tab, Tabs } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { processes } from '../../../processes/registry';
import { rulesOf } from '../../../processes/rulesRegistry';
import type { CaseView } from '../../../processes/views';
import { useOne } from '../api/reads';
import { useWords } from '../i18n/useWords';
import { EvaluationTab } from '../evaluation/EvaluationTab';
import { Loaded } from '../shared/Loaded';
import { TaskPanel } from '../task/TaskPanel';
import { ApplicationTab } from './ApplicationTab';
import { CaseHeader } from './CaseHeader';
import { DocumentsTab } from './DocumentsTab';
import { HistoryTab } from './HistoryTab';
import { LettersTab } from './LettersTab';
import { OverviewTab } from './OverviewTab';

const MapView = lazy(() => import('../map/MapView'));
const OfficeTab = lazy(() => import('./office/OfficeTab'));
const PublicSettlementsTab = lazy(() => import('../publicSettlements/PublicSettlementsTab'));

const TABS = ['overview', 'application', 'documents', 'evaluation', 'office', 'publicSettlements', 'timeline', 'letters', 'map'] as const;
type TabName = (typeof TABS)[number];

/** Rights without which a tab would be an empty promise. */
const NEEDS: Partial<Record<TabName, string>> = {
  timeline: 'events',
  letters: 'letters',
  documents: 'documents',
  office: 'office',
  publicSettlements: 'publicSettlements',
  evaluation: 'evaluations',
};

function MapTab({ view }: { readonly view: CaseView }) {
  const words = useWords();
  return (
    <Suspense fallback={<Skeleton height={300} />}>
      <MapView map={view.map} title={words(processes[view.processId]?.title)} />
    </Suspense>
  );
}

const CONTENT: Readonly<Record<TabName, (props: { readonly view: CaseView }) => React.ReactNode>> = {
  overview: OverviewTab,
  application: ApplicationTab,
  documents: DocumentsTab,
  evaluation: EvaluationTab,
  office: (props) => (
    <Suspense fallback={<Skeleton height={300} />}>
      <OfficeTab {...props} />
    </Suspense>
  ),
  publicSettlements: (props) => (
    <Suspense fallback={<Skeleton height={300} />}>
      <PublicSettlementsTab {...props} />
    </Suspense>
  ),
  timeline: HistoryTab,
  letters: LettersTab,
  map: MapTab,
};

function useVisibleTabs(view: CaseView): readonly TabName[] {
  const { canAccess: events = true } = useCanAccess({ resource: 'timeline', action: 'list' });
  const { canAccess: letters = true } = useCanAccess({ resource: 'letters', action: 'list' });
  const { canAccess: documents = true } = useCanAccess({ resource: 'documents', action: 'list' });
  const { canAccess: office = false } = useCanAccess({ resource: 'officersSection', action: 'list' });
  const { canAccess: settlements = false } = useCanAccess({ resource: 'publicSettlements', action: 'list' });
  const { canAccess: evaluations = false } = useCanAccess({ resource: 'evaluations', action: 'show' });
  const may: Readonly<Record<string, boolean>> = {
    events,
    letters,
    documents,
    office,
    evaluations,
    // Before a settlement is accepted there is nothing to publish.
    publicSettlements: settlements && view.processId === 'grant' && typeof view.values.documents === 'number',
  };
  const isScored = Object.keys(rulesOf(view.processId).scored).length > 0;
  return TABS.filter((tab) => (may[NEEDS[tab] ?? ''] ?? true) && (tab !== 'evaluation' || isScored));
}

/** Wide: the file beside the task. Narrow: what is to be done comes before the file. */
const LAYOUT = {
  display: 'grid',
  gap: 1.5,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(320px, 1fr)' },
  gridTemplateRows: { md: 'auto 1fr' },
  gridTemplateAreas: { xs: '"head" "task" "file"', md: '"head task" "file task"' },
} as const;

function CaseBody({ view, taskId, onDone }: { readonly view: CaseView; readonly taskId: string | null; readonly onDone: () => void }) {
  const translate = useTranslate();
  const tabs = useVisibleTabs(view);
  const [chosenTask, setChosenTask] = useState(taskId);
  const [wanted, setWanted] = useState<TabName>(view.openTasks.length > 0 ? 'application' : 'overview');
  const tab = tabs.includes(wanted) ? wanted : 'overview';
  const Content = CONTENT[tab];
  return (
    <Box sx={LAYOUT}>
      <Box sx={{ gridArea: 'head', minWidth: 0 }}>
        <CaseHeader view={view} />
      </Box>
      <Box
        sx={{
          gridArea: 'task',
          position: { md: 'sticky' },
          top: { md: 56 },
          maxHeight: { md: 'calc(100vh - 64px)' },
          overflowY: { md: 'auto' },
        }}
      >
        <TaskPanel view={view} taskId={chosenTask} onChoose={setChosenTask} onDone={onDone} />
      </Box>
      <Paper sx={{ gridArea: 'file', minWidth: 0 }}>
        <CaseTabs tab={tab} tabs={tabs} onChange={setWanted} />
        <Box sx={{ p: 1.5 }} role="tabpanel" aria-label={translate(`postup.cases.tab.${tab}`)}>
          <Content view={view} />
        </Box>
      </Paper>
    </Box>
  );
}

function CaseTabs({
  tab,
  tabs,
  onChange,
}: {
  readonly tab: TabName;
  readonly tabs: readonly TabName[];
  readonly onChange: (tab: TabName) => void;
}) {
  const translate = useTranslate();
  return (
    <Tabs
      value={tab}
      onChange={(_, next: TabName) => onChange(next)}
      variant="scrollable"
      scrollButtons="auto"
      aria-label={translate('postup.cases.tabs')}
      sx={{ borderBottom: 1, borderColor: 'divider', minHeight: 40 }}
    >
      {tabs.map((name) => (
        <Tab key={name} value={name} label={translate(`postup.cases.tab.${name}`)} sx={{ minHeight: 40, py: 0 }} />
      ))}
    </Tabs>
  );
}

interface CasePageProps {
  readonly caseId: string;
  /** The task from which the reader came. */
  readonly taskId?: string | null;
  readonly onDone?: () => void;
}

/** A case: what it waits for, the file on the left, on the right what is to be done now. */
export default function CasePage({ caseId, taskId = null, onDone }: CasePageProps) {
  const read = useOne<CaseView>('cases', caseId);
  return (
    <Loaded read={read} lines={8}>
      {(view) => <CaseBody key={`${view.id}/${taskId ?? ''}`} view={view} taskId={taskId} onDone={onDone ?? (() => undefined)} />}
    </Loaded>
  );
}
