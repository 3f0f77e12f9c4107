import { grantRegister } from './grant';
import type { Register } from './register';

/** Registers by the id of the process. A process without one keeps its values in the case alone. */
export const registers: Readonly<Record<string, Register>> = { grant: grantRegister };
