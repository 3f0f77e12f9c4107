import { aresRoutes } from './ares/routes';
import { applicantIdentityRoutes } from './applicants/identityRoutes';
import { applicantRoutes } from './applicants/routes';
import { breachRoutes } from './breaches/routes';
import { bulkRoutes } from './bulk/routes';
import { bankAccountRoutes } from './bank/accountRoutes';
import { bankRoutes } from './bank/routes';
import { publicCalendarRoutes } from './calendar/publicRoutes';
import { calendarRoutes } from './calendar/routes';
import { caseRoutes } from './cases/routes';
import { publicContractRoutes } from './contracts/publicRoutes';
import { contractRoutes } from './contracts/routes';
import { deMinimisRoutes } from './deMinimis/routes';
import { documentRoutes } from './documents/routes';
import { draftRoutes } from './drafts/routes';
import { evaluationRoutes } from './evaluations/routes';
import { evaluatorGroupRoutes } from './evaluatorGroups/routes';
import { eventRoutes } from './events/routes';
import { exportRoutes } from './exports/routes';
import { identityRoutes } from './identities/routes';
import { incidentRoutes } from './incidents/routes';
import { inspectionRoutes } from './inspections/routes';
import { publicGrantRoutes } from './publicSettlements/publicRoutes';
import { publicSettlementRoutes } from './publicSettlements/routes';
import { letterRoutes } from './letters/routes';
import { officersSectionRoutes } from './officersSection/routes';
import { accountRoutes } from './people/accountRoutes';
import { substitutionRoutes } from './people/substitutionRoutes';
import { userRoutes } from './people/userRoutes';
import { printRoutes } from './print/routes';
import { processRoutes } from './processes/routes';
import { fundRoutes } from './funds/routes';
import { programmeAccountRoutes } from './programmes/bankAccountKeeper';
import { programmeRoutes } from './programmes/routes';
import { termsRoutes } from './programmes/termsRoutes';
import { transferRoutes } from './programmes/transfer/transferRoutes';
import { publicRoutes } from './public/routes';
import { reportRoutes } from './reports/routes';
import type { Route } from './route';
import { sessionRoutes } from './session/routes';
import { systemRoutes } from './system/routes';
import { taskRoutes } from './tasks/routes';
import { tenantRoutes } from './tenants/routes';
/** Every route of the api, a line a subject. */
export const routes: readonly Route[] = [
  ...systemRoutes,
  ...sessionRoutes,
  ...accountRoutes,
  ...userRoutes,
  ...substitutionRoutes,
  ...tenantRoutes,
  ...taskRoutes,
  ...caseRoutes,
  ...exportRoutes,
  ...officersSectionRoutes,
  ...deMinimisRoutes,
  ...inspectionRoutes,
  ...publicSettlementRoutes,
  ...breachRoutes,
  ...bulkRoutes,
  ...draftRoutes,
  ...documentRoutes,
  ...transferRoutes,
  ...programmeRoutes,
  ...termsRoutes,
  ...contractRoutes,
  ...evaluationRoutes,
  ...evaluatorGroupRoutes,
  ...fundRoutes,
  ...applicantRoutes,
  ...applicantIdentityRoutes,
  ...identityRoutes,
  ...aresRoutes,
  ...printRoutes,
  ...letterRoutes,
  ...incidentRoutes,
  ...eventRoutes,
  ...processRoutes,
  ...bankRoutes,
  ...bankAccountRoutes,
  ...programmeAccountRoutes,
  ...reportRoutes,
  ...calendarRoutes,
  ...publicCalendarRoutes,
  ...publicContractRoutes,
  ...publicRoutes,
  ...publicGrantRoutes,
];
