/** Checks docker-compose.yml, and with it compose/example.env and the Dockerfile. Exit code 1 when something is wrong. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { CASES_QUEUE, EFFECTS_QUEUE } from '../workflows/messages';
import { compositionFaults, interpolate, isPinned, readComposition } from './composeRules';

const ROOT = path.resolve(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** The variables of a .env file; those that the person is to fill in are given a value that fits everywhere. */
function exampleValues(text: string): Record<string, string> {
  const lines = text.split('\n').flatMap((line) => {
    const [, name, value] = /^([A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value === '' ? 'a'.repeat(48) : (value ?? '')] as const];
  });
  return Object.fromEntries(lines);
}

/** Images a Dockerfile builds on that do not name one release; stages named earlier are not images. */
function unpinnedStages(dockerfile: string): string[] {
  const stages = [...dockerfile.matchAll(/^FROM (\S+)(?: AS (\S+))?$/gm)];
  const names = stages.map((stage) => stage[2]);
  return stages.flatMap(([, image = '']) =>
    names.includes(image) || isPinned(image) ? [] : [`Dockerfile: ${image} does not name one release`],
  );
}

/** Files that the Dockerfile copies from the checkout and that are not there. */
function missingCopies(dockerfile: string): string[] {
  return [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
    sources
      .split(' ')
      .filter((source) => !existsSync(path.join(ROOT, source)))
      .map((source) => `Dockerfile: copies ${source}, which is not there`),
  );
}

function faults(): string[] {
  const filled = interpolate(read('docker-compose.yml'), exampleValues(read('compose/example.env')));
  const { composition, faults: shape } = readComposition(parse(filled, { merge: true }));
  const dockerfile = read('Dockerfile');
  return [
    ...shape,
    ...(composition ? compositionFaults(composition, [CASES_QUEUE, EFFECTS_QUEUE], (file) => existsSync(path.join(ROOT, file))) : []),
    ...unpinnedStages(dockerfile),
    ...missingCopies(dockerfile),
  ];
}

const found = faults();
for (const fault of found) console.error(fault);
if (found.length === 0) console.log('docker-compose.yml: every service, image, variable and file fits');
process.exitCode = found.length === 0 ? 0 : 1;
