import type { Sequelize } from 'sequelize';
import { Event } from './audit/Event';
import { Seal } from './audit/Seal';
import { Case } from './cases/Case';
import { Comment } from './cases/Comment';
import { Document } from './cases/Document';
import { Draft } from './cases/Draft';
import { Incident } from './cases/Incident';
import { Letter } from './cases/Letter';
import { Submission } from './cases/Submission';
import { Task } from './cases/Task';
import { TaskDraft } from './cases/TaskDraft';
import { Area } from './grants/Area';
import { Call } from './grants/Call';
import { ContractTemplate } from './grants/ContractTemplate';
import { Fund } from './grants/Fund';
import { Grant } from './grants/Grant';
import { Programme } from './grants/Programme';
import { ApplicantIdentity } from './people/ApplicantIdentity';
import { IdempotencyKey } from './people/IdempotencyKey';
import { Substitution } from './people/Substitution';
import { Tenant } from './people/Tenant';
import { User } from './people/User';

const models = [
  ApplicantIdentity,
  Area,
  Call,
  Case,
  Comment,
  ContractTemplate,
  Document,
  Draft,
  Event,
  Fund,
  Grant,
  IdempotencyKey,
  Incident,
  Letter,
  Programme,
  Seal,
  Submission,
  Substitution,
  Task,
  TaskDraft,
  Tenant,
  User,
];

/** Ties every model to the connection. */
export function defineModels(sequelize: Sequelize): void {
  for (const model of models) model.attach(sequelize);
}
