import type { Request, Response } from 'express';
import type { IdentityRight } from '../processes/identities/identity';
import type { PersonForPolicy } from '../processes/policy';
import type { Role } from '../processes/roles';
import type { Language } from '../processes/words';
import type { Services } from './services';

/** Who asks: the signed-in person as the database knows them at this moment (roles and substitutions are never cached). */
export interface Person extends PersonForPolicy {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  /** The person's right to each applicant's identity that they manage or share, by its id. */
  readonly identities: Readonly<Record<string, IdentityRight>>;
  /** People in whose place this one may act today, in these processes (null: all). */
  readonly substitutes: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly processId: string | null;
  }[];
}

/** What every handler gets; params, query and body have passed the route's schemas. */
export interface PublicContext<Params, Query, Body> {
  readonly requestId: string;
  /** Of the answer: the person's own, otherwise Accept-Language, otherwise Czech. */
  readonly language: Language;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly services: Services;
  readonly request: Request;
  readonly response: Response;
}

export interface SessionContext<Params, Query, Body> extends PublicContext<Params, Query, Body> {
  readonly tenantId: string;
  readonly person: Person;
  /** From If-Match; 0 on routes that do not ask for it. */
  readonly version: number;
  /** The caller's key; on routes that do not ask for one, an id of this request. */
  readonly idempotencyKey: string;
  /** The same key was sent before and its answer was lost: the act may be done already, so refusing it as done would be wrong. */
  readonly repeated: boolean;
  /** One transaction that sees this tenant only. */
  readonly inTenant: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The least that commands need of a context, whatever the route. */
export type Asking = Pick<
  SessionContext<unknown, unknown, unknown>,
  'tenantId' | 'person' | 'requestId' | 'language' | 'services' | 'inTenant'
>;
