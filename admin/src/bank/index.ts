import { PaymentsPage } from './PaymentsPage';

export const bank = { list: PaymentsPage };
