/** How many contracts a minute one process makes: the PDF in our own words, and a DOCX template filled and converted. No servers are needed. */
import { makeContractFiles, makePublicPdf } from '../documents/contractFiles';
import { exampleTemplate } from '../documents/exampleTemplates';
import { exampleFacts } from '../processes/grant/contract/example';

export interface PdfFigures {
  readonly what: string;
  /** Of processor time, one contract. */
  readonly cpuMs: number;
  /** Of the clock, one contract. */
  readonly ms: number;
  readonly perMinute: number;
}

const WARM_UP = 10;

async function measure(what: string, count: number, make: (index: number) => Promise<unknown>): Promise<PdfFigures> {
  for (let index = 0; index < WARM_UP; index += 1) await make(index);
  const cpu = process.cpuUsage();
  const begun = performance.now();
  for (let index = 0; index < count; index += 1) await make(index);
  const ms = (performance.now() - begun) / count;
  const { user, system } = process.cpuUsage(cpu);
  return { what, ms, cpuMs: (user + system) / 1000 / count, perMinute: Math.round(60_000 / ms) };
}

/** @param count contracts of each kind, each of another case */
export async function measurePdfs(count: number): Promise<PdfFigures[]> {
  const facts = (index: number) => ({ ...exampleFacts, caseNumber: `DOT-2026-${index}`, amount: 60_000_00 + index * 100 });
  const template = exampleTemplate('contract');
  const making = (index: number, from: Buffer | null) => ({
    kind: 'contract' as const,
    facts: facts(index),
    template: from,
    soffice: undefined,
  });
  return [
    await measure('in our own words', count, (index) => makeContractFiles(making(index, null))),
    await measure('from a DOCX template', count, (index) => makeContractFiles(making(index, template))),
    await measure('from a DOCX template, with the version to be published', count, async (index) => {
      await makeContractFiles(making(index, template));
      await makePublicPdf(making(index, template));
    }),
  ];
}

export function printPdfs(figures: readonly PdfFigures[]): void {
  for (const { what, ms, cpuMs, perMinute } of figures)
    console.log(`  ${what}: ${perMinute} a minute (${ms.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms of the processor)`);
}
