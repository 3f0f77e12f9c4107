import { admitted } from '../layout/admitted';
import { PaymentsPage } from './PaymentsPage';

export const bank = { list: admitted(PaymentsPage, 'bank', 'list') };
