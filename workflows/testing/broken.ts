/** What must not happen: today's code with a step put before the others, without patched(). The replay test proves that it is noticed. */
import { grantProcess } from '../../processes/grant/definition';
import { defineCase } from '../kernel/case';

export const grant = defineCase(grantProcess, async (c) => {
  await c.task('proposal');
  await c.task('formalCheck', { due: { days: 3, unit: 'calendar' } });
  return c.close('rejected');
});
