import { isRecord } from '../../../processes/formSchema';

/** Leaves out what is empty (a cleared field is not an empty text), so that optional fields are not sent as nothing. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined && one !== null && one !== '').map(withoutEmpty);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined && inner !== null && inner !== '' && !(Array.isArray(inner) && inner.length === 0))
      .map(([name, inner]) => [name, withoutEmpty(inner)]),
  );
}
