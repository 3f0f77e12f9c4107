/** How identities of applicants are shown. Amounts in haléř, moments in ISO. */
import type { PersonRef } from '../views';
import type { IdentityData, IdentityRight } from './identity';

export interface IdentityRow {
  readonly id: string;
  readonly kind: IdentityData['kind'];
  readonly name: string;
  readonly ico: string | null;
  readonly municipality: string;
  /** What the reader may do. */
  readonly may: IdentityRight;
  /** Does the reader give rights to others? */
  readonly manages: boolean;
  readonly version: number;
}

/** One application in the name of the identity, and what came of it. */
export interface GrantedHere {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly programmeTitle: string | null;
  readonly year: number;
  readonly requested: number;
  readonly awarded: number | null;
  readonly paid: number | null;
}

export interface SharedWith {
  readonly person: PersonRef;
  readonly email: string;
  readonly may: IdentityRight;
  readonly since: string;
}

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly may: IdentityRight;
  readonly expiresAt: string;
}

export interface IdentityView extends IdentityData, Pick<IdentityRow, 'id' | 'may' | 'manages' | 'version'> {
  readonly updatedAt: string;
  readonly manager: PersonRef;
  readonly people: readonly SharedWith[];
  /** Only for who manages it. */
  readonly invitations: readonly InvitationRow[];
  /** What was asked for and got in this town in its name. */
  readonly granted: readonly GrantedHere[];
}

/** What stands behind the link of an invitation. */
export interface InvitationView {
  readonly identityName: string;
  readonly may: IdentityRight;
  readonly invitedBy: string;
  readonly email: string;
}

export interface IdentityDocumentView {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** Day until which it holds, `yyyy-MM-dd`; null: it does not say. */
  readonly validUntil: string | null;
  readonly expired: boolean;
  readonly createdAt: string;
}

/** An identity as officials read it. */
export interface ApplicantIdentityRow {
  readonly id: string;
  readonly kind: IdentityData['kind'];
  readonly name: string;
  readonly ico: string | null;
  readonly municipality: string;
  readonly people: number;
  readonly cases: number;
  readonly awarded: number;
}

export interface ApplicantIdentityView extends IdentityData {
  readonly id: string;
  readonly manager: PersonRef;
  readonly people: readonly SharedWith[];
  readonly granted: readonly GrantedHere[];
}

/** What the register of economic subjects (ARES) knows of an IČO, in the fields of an identity. */
export interface AresSubject {
  readonly ico: string;
  readonly name: string;
  readonly legalForm: string | null;
  readonly street: string;
  readonly municipality: string;
  readonly postcode: string;
  /** Day on which it ceased to exist, `yyyy-MM-dd`. */
  readonly endedOn: string | null;
}
