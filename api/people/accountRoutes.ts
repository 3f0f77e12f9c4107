import { z } from 'zod';
import { requestedLanguage } from '../http/errors';
import { malformed } from '../problems';
import { words } from '../../processes/words';
import { route } from '../route';
import { email, language, password, personName, phone } from '../schemas';
import { sameTime } from '../session/sameTime';
import { presentSession, sessionView } from '../session/sessionView';
import { startSession } from '../session/startSession';
import { changeOwnData } from './ownData';
import { changePassword } from './passwordChange';
import { resetPassword, sendPasswordReset } from './passwordReset';
import { register } from './registration';

const slug = z.string().max(40);

const registration = route({
  method: 'post',
  path: '/api/registrations',
  summary: 'Make an account of an applicant and sign in',
  auth: 'public',
  body: z.strictObject({ tenant: slug, email, password, name: personName }),
  status: 201,
  response: sessionView,
  async handler({ body, request, requestId, services }) {
    await services.limits.registrationByAddress.count(request.ip ?? '');
    const { tenantId, person } = await register({ ...body, language: requestedLanguage(request) }, requestId);
    await startSession(request, tenantId, person);
    return presentSession(tenantId, person);
  },
});

const askForReset = route({
  method: 'post',
  path: '/api/password-resets',
  summary: 'Send a link for a new password, if the e-mail has an account; 202 in any case',
  auth: 'public',
  body: z.strictObject({ tenant: slug.optional(), email }),
  status: 202,
  handler: ({ body, request, services }) =>
    sameTime(async () => {
      await services.limits.resetByAddress.count(request.ip ?? '');
      await services.limits.resetByEmail.count(body.email);
      await sendPasswordReset(body.email, body.tenant, services);
    }),
});

const reset = route({
  method: 'put',
  path: '/api/password-resets/:token',
  summary: 'Set a password by the link from the mail',
  auth: 'public',
  params: z.strictObject({ token: z.string().max(200) }),
  body: z.strictObject({ password }),
  async handler({ params, body, request, requestId, services }) {
    await services.limits.resetByAddress.count(request.ip ?? '');
    await resetPassword(params.token, body.password, requestId, services);
  },
});

const change = route({
  method: 'put',
  path: '/api/password',
  summary: 'Change the own password; ends all other sessions',
  auth: 'session',
  body: z.strictObject({ current: z.string().max(200), password }),
  handler: (context) => changePassword(context, context.request, context.body),
});

const me = route({
  method: 'patch',
  path: '/api/me',
  summary: 'Change the own name, phone or language',
  auth: 'session',
  body: z.strictObject({ language: language.optional(), name: personName.optional(), phone: phone.optional() }),
  response: sessionView,
  async handler(context) {
    if (Object.keys(context.body).length === 0) throw malformed(words('Není co změnit.', 'There is nothing to change.'));
    return presentSession(context.tenantId, await changeOwnData(context, context.body));
  },
});

export const accountRoutes = [registration, askForReset, reset, change, me];
