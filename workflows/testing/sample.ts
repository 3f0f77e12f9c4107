/** A small process that uses every means of the kernel which the grant does not. Tests only. */
import { calendarDays, workingDays } from '../../processes/calendar';
import { defineProcess } from '../../processes/define';
import { words } from '../../processes/words';
import { defineCase } from '../kernel/case';

const text = words('x', 'x');
const outcome = (...leadsTo: string[]): { title: typeof text; leadsTo: string[]; next: typeof text } => ({
  title: text,
  leadsTo,
  next: text,
});
const status = { title: text, applicant: text, tone: 'working' } as const;

export const sampleProcess = defineProcess({
  id: 'sample',
  version: 1,
  title: text,
  summary: text,
  law: [],
  numberPrefix: 'VZ',
  readers: ['grantOfficer'],
  keeper: 'grantOfficer',
  application: { schema: { type: 'object' } },
  heading: { title: 'title', applicant: 'name' },
  start: ['check'],
  clock: { title: text, limit: workingDays(30), provision: '§ 71 zákona č. 500/2004 Sb.', escalateTo: 'tenantAdmin' },
  steps: {
    check: {
      title: text,
      instruction: text,
      role: 'grantOfficer',
      due: workingDays(5),
      reminders: [{ before: workingDays(2) }],
      escalateTo: 'tenantAdmin',
      outcomes: { ok: outcome('opinion'), back: outcome('supplement'), cool: outcome('coolingOff') },
    },
    supplement: {
      title: text,
      instruction: text,
      role: 'applicant',
      due: calendarDays(10),
      stopsClock: { reason: text, provision: '§ 64' },
      outcomes: { sent: outcome('check'), expired: { ...outcome('check'), byTime: true } },
    },
    opinion: { title: text, instruction: text, role: 'evaluator', outcomes: { yes: outcome('payment'), no: outcome('payment') } },
  },
  waits: { coolingOff: { title: text, leadsTo: ['opinion'] }, payment: { title: text, leadsTo: ['close:done', 'close:unpaid'] } },
  statuses: { running: status, over: status },
  results: { done: status, unpaid: status, withdrawn: status },
  letters: { hello: { subject: text, body: text } },
  documents: { paper: { title: text, forApplicant: true } },
  withdrawableIn: ['running'],
  retention: { years: 1, provision: 'spisový řád' },
});

export const sample = defineCase(sampleProcess, async (c) => {
  c.status('running');
  c.startClock();
  for (;;) {
    const check = await c.task('check');
    if (check.outcome === 'ok') break;
    if (check.outcome === 'cool') {
      await c.waitUntil('coolingOff', new Date(c.now().getTime() + 30 * 24 * 3600 * 1000));
      break;
    }
    await c.task('supplement');
  }
  const opinions = await Promise.all(['a', 'b', 'c'].map((assignee) => c.task('opinion', { assignee })));
  c.record({ yes: opinions.filter(({ outcome: given }) => given === 'yes').length });
  c.endClock();
  c.document('paper');
  c.notify('hello');
  c.status('over');
  const paid = await c.wait('payment', 'paid', new Date(c.now().getTime() + 10 * 24 * 3600 * 1000));
  return c.close(paid ? 'done' : 'unpaid');
});

/** Takes a way that its definition does not declare. */
export const strayed = defineCase(sampleProcess, async (c) => {
  c.status('running');
  await c.task('check');
  await c.task('supplement');
  return c.close('done');
});
