/** What the folders above use of the database. */
export { Event } from './audit/Event';
export { Seal } from './audit/Seal';
export { sealDay } from './audit/sealing';
export { verifyChains, type Verification } from './audit/verify';
export { writeEvents, type NewEvent } from './audit/write';
export { Case } from './cases/Case';
export { Comment } from './cases/Comment';
export { Document } from './cases/Document';
export { Draft } from './cases/Draft';
export { Incident } from './cases/Incident';
export { Letter } from './cases/Letter';
export { Submission } from './cases/Submission';
export { Task } from './cases/Task';
export { TaskDraft } from './cases/TaskDraft';
export { Area } from './grants/Area';
export { Call } from './grants/Call';
export { ContractTemplate, currentTemplate } from './grants/ContractTemplate';
export { Fund } from './grants/Fund';
export { Grant } from './grants/Grant';
export { Programme } from './grants/Programme';
export { ApplicantIdentity } from './people/ApplicantIdentity';
export { IdempotencyKey } from './people/IdempotencyKey';
export { Tenant } from './people/Tenant';
export { User } from './people/User';
export {
  closeDatabase,
  connectDatabase,
  query,
  send,
  DatabaseUnavailableError,
  inTenant,
  ownerSequelize,
  ping,
  sessionPool,
  TenantScopeError,
  withoutTenant,
} from './database';
export { createTenant, publicTenants, signInCandidates, tenantIds } from './tenancy';
export { confirmAct, tenantsWithUnconfirmedActs, unconfirmedActs, type UnconfirmedAct } from './unconfirmedActs';
