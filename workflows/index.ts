/** Every workflow of the product, by the name under which it runs. */
export { grant } from './grant';
export { breach } from './breach';
export { bulk } from './bulk';
export { dailySeal } from './housekeeping';
export { readiness } from './readiness';
