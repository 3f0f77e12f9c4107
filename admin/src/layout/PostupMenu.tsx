import { ListSubheader } from '@mui/material';
import ApplicantsIcon from '@mui/icons-material/GroupsOutlined';
import CalendarIcon from '@mui/icons-material/EventOutlined';
import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import BulkIcon from '@mui/icons-material/LibraryAddCheckOutlined';
import CasesIcon from '@mui/icons-material/FolderOutlined';
import GroupsIcon from '@mui/icons-material/Diversity3Outlined';
import FundsIcon from '@mui/icons-material/SavingsOutlined';
import IdentitiesIcon from '@mui/icons-material/ContactPageOutlined';
import IncidentsIcon from '@mui/icons-material/ReportProblemOutlined';
import DeMinimisIcon from '@mui/icons-material/EuroOutlined';
import LabelsIcon from '@mui/icons-material/LabelOutlined';
import LettersIcon from '@mui/icons-material/MailOutlined';
import OfficesIcon from '@mui/icons-material/LocationCityOutlined';
import OverviewIcon from '@mui/icons-material/SpaceDashboardOutlined';
import PaymentsIcon from '@mui/icons-material/PaymentsOutlined';
import PeopleIcon from '@mui/icons-material/BadgeOutlined';
import ProcessesIcon from '@mui/icons-material/AccountTreeOutlined';
import ProgrammesIcon from '@mui/icons-material/CampaignOutlined';
import ReportsIcon from '@mui/icons-material/QueryStatsOutlined';
import SettingsIcon from '@mui/icons-material/TuneOutlined';
import SubstitutionIcon from '@mui/icons-material/SyncAltOutlined';
import CommitteeIcon from '@mui/icons-material/GradingOutlined';
import TasksIcon from '@mui/icons-material/InboxOutlined';
import { Fragment, type ReactElement } from 'react';
import { Menu, useSidebarState, useTranslate } from 'react-admin';
import type { SessionView } from '../../../processes/views';
import { can } from '../auth/access';
import { useSession } from '../auth/useSession';

interface Entry {
  readonly resource: string;
  readonly title: string;
  readonly icon: ReactElement;
  readonly to?: string;
}

const GROUPS: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: 'postup.menu.work',
    entries: [
      { resource: 'tasks', title: 'postup.tasks.title', icon: <TasksIcon /> },
      { resource: 'committee', title: 'postup.evaluation.committee.title', icon: <CommitteeIcon /> },
      { resource: 'cases', title: 'postup.cases.title', icon: <CasesIcon /> },
      { resource: 'bulk-acts', title: 'postup.bulk.title', icon: <BulkIcon /> },
      { resource: 'letters', title: 'postup.letters.title', icon: <LettersIcon /> },
    ],
  },
  {
    title: 'postup.menu.money',
    entries: [
      { resource: 'programmes', title: 'postup.programmes.title', icon: <ProgrammesIcon /> },
      { resource: 'funds', title: 'postup.funds.title', icon: <FundsIcon /> },
      { resource: 'evaluator-groups', title: 'postup.evaluation.groups.menu', icon: <GroupsIcon /> },
      { resource: 'bank', title: 'postup.bank.title', icon: <PaymentsIcon /> },
      { resource: 'applicants', title: 'postup.applicants.title', icon: <ApplicantsIcon /> },
      { resource: 'applicant-identities', title: 'postup.identities.title', icon: <IdentitiesIcon /> },
      { resource: 'de-minimis', title: 'postup.office.deMinimis.list', icon: <DeMinimisIcon /> },
      { resource: 'calendar-events', title: 'postup.calendar.title', icon: <CalendarIcon /> },
      { resource: 'reports', title: 'postup.reports.title', icon: <ReportsIcon /> },
    ],
  },
  {
    title: 'postup.menu.oversight',
    entries: [
      { resource: 'processes', title: 'postup.processes.title', icon: <ProcessesIcon /> },
      { resource: 'incidents', title: 'postup.incidents.title', icon: <IncidentsIcon /> },
      { resource: 'events', title: 'postup.audit.title', icon: <AuditIcon /> },
    ],
  },
  {
    title: 'postup.menu.office',
    entries: [
      { resource: 'users', title: 'postup.users.title', icon: <PeopleIcon /> },
      { resource: 'substitutions', title: 'postup.substitutions.title', icon: <SubstitutionIcon /> },
      { resource: 'labels', title: 'postup.office.labels.title', icon: <LabelsIcon /> },
      { resource: 'settings', title: 'postup.menu.settings', icon: <SettingsIcon /> },
      { resource: 'tenants', title: 'postup.tenants.title', icon: <OfficesIcon /> },
    ],
  },
];

function allowed(view: SessionView, entry: Entry): boolean {
  return can(view, entry.resource, 'list');
}

/** Only what the person may open, under plain headings. */
export function PostupMenu() {
  const view = useSession();
  const translate = useTranslate();
  const [open] = useSidebarState();
  if (!view) return <Menu>{null}</Menu>;
  return (
    <Menu sx={{ mt: 0.5 }}>
      <Menu.Item to="/" primaryText={translate('postup.dashboard.title')} leftIcon={<OverviewIcon />} />
      {GROUPS.map((group) => {
        const entries = group.entries.filter((entry) => allowed(view, entry));
        if (entries.length === 0) return null;
        return (
          <Fragment key={group.title}>
            {open && (
              <ListSubheader component="div" disableSticky sx={{ background: 'none', lineHeight: '28px', fontSize: '0.72rem', mt: 0.5 }}>
                {translate(group.title)}
              </ListSubheader>
            )}
            {entries.map((entry) => (
              <Menu.Item
                key={entry.resource}
                to={entry.to ?? `/${entry.resource}`}
                primaryText={translate(entry.title)}
                leftIcon={entry.icon}
              />
            ))}
          </Fragment>
        );
      })}
    </Menu>
  );
}
