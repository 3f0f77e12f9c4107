import { randomUUID } from 'node:crypto';
import type { ImportChoices } from '../../processes/programmeFile/choices';
import type { ProgrammeFileReview } from '../../processes/programmeFile/views';
import type { Agent } from './api';

const bytesOf = (file: object | string | Buffer): Buffer =>
  Buffer.isBuffer(file) ? file : Buffer.from(typeof file === 'string' ? file : `${JSON.stringify(file, null, 2)}\n`);

/** The answer to a check of the file. @param choices what is sent; not sent where it is not given */
export function checkFile(agent: Agent, file: object | string | Buffer, choices?: unknown) {
  const asked = agent.post('/api/programmes/import/check').attach('file', bytesOf(file), 'program.json');
  return choices === undefined ? asked : asked.field('choices', JSON.stringify(choices));
}

export async function reviewed(agent: Agent, file: object | string | Buffer, choices?: ImportChoices): Promise<ProgrammeFileReview> {
  return (await checkFile(agent, file, choices).expect(200)).body as ProgrammeFileReview;
}

/** Looks the file through and takes it over with what is proposed, changed by `change`. @returns the answer to the import */
export async function takeFile(
  agent: Agent,
  file: object | string | Buffer,
  change: Partial<ImportChoices> = {},
  key: string = randomUUID(),
) {
  const { sha256, content } = await reviewed(agent, file);
  const choices = { ...content?.choices, ...change };
  return agent
    .post('/api/programmes/import')
    .set('Idempotency-Key', key)
    .attach('file', bytesOf(file), 'program.json')
    .field('choices', JSON.stringify(choices))
    .field('sha256', sha256);
}
