/** What the people of a made-up case write into the forms of the grant. */
import { DateTime } from 'luxon';
import { ZONE } from '../../processes/calendar';
import { madeUpAccount, madeUpIco } from './numbers';

/** Who applies and for what: enough to fill the whole application. Amounts in haléř. */
export interface Project {
  readonly applicant: string;
  readonly kind: 'legal' | 'natural';
  /** Makes the IČO, the account and the house number. */
  readonly serial: number;
  readonly municipality: string;
  readonly title: string;
  readonly purpose: string;
  readonly reasons: string;
  readonly requested: number;
  readonly totalCost: number;
  /** To what the programme asks beyond the law. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

type FormData = Readonly<Record<string, unknown>>;

/** Day of Prague, `yyyy-MM-dd`, so many days from now. */
export function dayFromNow(days: number): string {
  return DateTime.now().setZone(ZONE).plus({ days }).toFormat('yyyy-MM-dd');
}

/** The application of § 10a odst. 3 zákona č. 250/2000 Sb.; `attachments` are ids of uploaded documents. */
export function application(project: Project, attachments: readonly string[] = []): FormData {
  const person: FormData =
    project.kind === 'legal'
      ? { ico: madeUpIco(project.serial), representative: 'předseda výboru na základě stanov' }
      : { birthDate: `19${50 + (project.serial % 45)}-0${1 + (project.serial % 9)}-15` };
  return {
    applicantKind: project.kind,
    name: project.applicant,
    ...person,
    street: `Ukázková ${1 + (project.serial % 180)}`,
    municipality: project.municipality,
    postcode: '199 99',
    bankAccount: madeUpAccount(project.serial),
    projectTitle: project.title,
    purpose: project.purpose,
    reasons: project.reasons,
    from: dayFromNow(30),
    to: dayFromNow(300),
    totalCost: project.totalCost,
    requestedAmount: project.requested,
    attachments,
    declaration: true,
    ...project.answers,
  };
}

/** Two documents that together use `spent` haléř of the grant. @param ownShare whole per cent that the applicant pays of each */
export function settlement(spent: number, documents: readonly string[] = [], ownShare = 0): FormData {
  const first = Math.floor(spent / 3);
  const item = (description: string, number: string, fromGrant: number, document: string | undefined): FormData => ({
    description,
    documentNumber: number,
    paidOn: dayFromNow(-1),
    amount: Math.max(1, Math.ceil((fromGrant * 100) / (100 - ownShare))),
    fromGrant,
    ...(document === undefined ? {} : { document }),
  });
  return {
    items: [item('Materiál a vybavení', 'FP-1', first, documents[0]), item('Služby', 'FP-2', spent - first, documents[1])],
    report: 'Projekt proběhl podle žádosti. Vše, co jsme slíbili, se uskutečnilo; přiložené doklady ukazují, za co byly peníze vydány.',
  };
}
