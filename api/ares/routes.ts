import { z } from 'zod';
import { log } from '../../models/log';
import type { AresSubject } from '../../processes/identities/views';
import { words, type Words } from '../../processes/words';
import { notFound, unavailable, type ProblemError } from '../problems';
import { route, type Route } from '../route';
import { ico } from '../schemas';
import { AresError, type AresFailure } from './aresClient';

const BY_HAND = words('Údaje vyplňte ručně.', 'Fill the data in by hand.');

const WHY: Readonly<Record<AresFailure, Words>> = {
  notFound: words('Takové IČO ARES nezná. Zkontrolujte ho.', 'ARES does not know this IČO. Check it.'),
  unreachable: words('ARES teď není dostupný.', 'ARES cannot be reached now.'),
  slow: words('ARES neodpověděl včas.', 'ARES did not answer in time.'),
  failed: words('ARES hlásí vlastní chybu.', 'ARES reports a fault of its own.'),
  odd: words('ARES odpověděl něco, čemu nerozumíme.', 'ARES answered something that we do not understand.'),
};

function problemOf(why: AresFailure): ProblemError {
  const detail = words(`${WHY[why].cs} ${BY_HAND.cs}`, `${WHY[why].en} ${BY_HAND.en}`);
  return why === 'notFound' ? notFound(detail) : unavailable(detail);
}

const aresSubject: z.ZodType<AresSubject> = z.object({
  ico: z.string(),
  name: z.string(),
  legalForm: z.string().nullable(),
  street: z.string(),
  municipality: z.string(),
  postcode: z.string(),
  endedOn: z.string().nullable(),
});

export const aresRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/ares',
    summary: 'What the register of economic subjects knows of an IČO; 404 where nothing, 503 where it does not answer as it should',
    auth: 'session',
    may: ['identities', 'create'],
    query: z.strictObject({ ico }),
    response: aresSubject,
    handler: async ({ person, query, services }) => {
      await services.limits.aresByPerson.count(person.id);
      try {
        return await services.ares.find(query.ico);
      } catch (error) {
        if (!(error instanceof AresError)) throw error;
        if (error.why !== 'notFound') log().warn({ err: error }, 'ARES gave no answer');
        throw problemOf(error.why);
      }
    },
  }),
];
