/** Between an identity and the data of its form. */
import type { AresSubject, IdentityView } from '../../../processes/identities/views';
import { identityForm } from '../../../processes/identities/identityForm';
import { isRecord, propertiesOf } from '../../../processes/formSchema';
import { stripped } from '../forms/applies';

type Data = Record<string, unknown>;

/** What the form starts from: the fields that it has, without those that say nothing. */
export function dataOf(identity: IdentityView): Data {
  const fields = Object.keys(propertiesOf(identityForm.schema));
  return Object.fromEntries(Object.entries(identity).filter(([key, value]) => fields.includes(key) && value !== null));
}

/** What is sent: the fields that apply, and the legal form, which ARES alone knows. */
export function sentOf(data: Data, legalForm: string | null): Data {
  const kept = stripped(identityForm.schema, data);
  return { ...(isRecord(kept) ? kept : {}), ...(data.kind === 'legal' && legalForm !== null && { legalForm }) };
}

/** What was typed, with what ARES knows put in; what it does not know stays as it was typed. */
export function withAres(data: Data, { name, street, municipality, postcode }: AresSubject): Data {
  const known = Object.entries({ name, street, municipality, postcode }).filter(([, value]) => value !== '');
  return { ...data, ...Object.fromEntries(known) };
}
