import { lazy } from 'react';
import { Admin, Resource } from 'react-admin';
import { dataProvider } from './api/dataProvider';
import { applicants } from './applicants';
import { events } from './audit';
import { authProvider } from './auth/authProvider';
import { LoginPage } from './auth/LoginPage';
import { bulkActs } from './bulk';
import { bank } from './bank';
import { calendarEvents } from './calendarEvents';
import { cases } from './cases';
import { deMinimis } from './deMinimis';
import { funds } from './funds';
import { committee } from './evaluation';
import { evaluatorGroups } from './evaluatorGroups';
import { i18nProvider } from './i18n';
import { identities } from './identities';
import { incidents } from './incidents';
import { Denied } from './layout/Denied';
import { PostupLayout } from './layout/PostupLayout';
import { theme } from './layout/theme';
import { labels } from './labels';
import { letters } from './letters';
import { processPages } from './processes';
import { programmes } from './programmes';
import { reports } from './reports';
import { sessions } from './sessions';
import { store } from './store';
import { substitutions } from './substitutions';
import { tasks } from './tasks';
import { tenants } from './tenants';
import { users } from './users';

const Dashboard = lazy(() => import('./dashboard/Dashboard'));
const ImportPage = lazy(() => import('./programmes/transfer/ImportPage'));
const Settings = lazy(() => import('./settings/Settings'));

export function App() {
  return (
    <Admin
      title="Postup"
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      store={store}
      theme={theme}
      darkTheme={null}
      layout={PostupLayout}
      loginPage={LoginPage}
      accessDenied={Denied}
      dashboard={Dashboard}
      requireAuth
      disableTelemetry
    >
      <Resource name="tasks" {...tasks} />
      <Resource name="cases" {...cases} />
      <Resource name="committee" {...committee} />
      <Resource name="bulk-acts" {...bulkActs} />
      <Resource name="letters" {...letters} />
      <Resource name="bank" {...bank} />
      <Resource name="programmes" {...programmes} />
      <Resource name="programme-import" list={ImportPage} />
      <Resource name="funds" {...funds} />
      <Resource name="evaluator-groups" {...evaluatorGroups} />
      <Resource name="applicants" {...applicants} />
      <Resource name="applicant-identities" {...identities} />
      <Resource name="de-minimis" {...deMinimis} />
      <Resource name="calendar-events" {...calendarEvents} />
      <Resource name="labels" {...labels} />
      <Resource name="processes" {...processPages} />
      <Resource name="incidents" {...incidents} />
      <Resource name="reports" {...reports} />
      <Resource name="events" {...events} />
      <Resource name="users" {...users} />
      <Resource name="substitutions" {...substitutions} />
      <Resource name="tenants" {...tenants} />
      <Resource name="settings" list={Settings} />
      <Resource name="sessions" {...sessions} />
    </Admin>
  );
}
