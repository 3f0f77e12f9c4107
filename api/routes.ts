import { accountRoutes } from './people/accountRoutes';
import { substitutionRoutes } from './people/substitutionRoutes';
import { userRoutes } from './people/userRoutes';
import type { Route } from './route';
import { sessionRoutes } from './session/routes';
import { systemRoutes } from './system/routes';
import { tenantRoutes } from './tenants/routes';

/** Every route of the api, a line a subject. */
export const routes: readonly Route[] = [
  ...systemRoutes,
  ...sessionRoutes,
  ...accountRoutes,
  ...userRoutes,
  ...substitutionRoutes,
  ...tenantRoutes,
];
