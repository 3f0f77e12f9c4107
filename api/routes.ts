import type { Route } from './route';
import { systemRoutes } from './system/routes';

/** Every route of the api, a line a subject. */
export const routes: readonly Route[] = [...systemRoutes];
