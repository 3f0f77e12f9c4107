import { admitted } from '../layout/admitted';
import { CommitteeList, CommitteeShow } from './CommitteePages';

export const committee = { list: admitted(CommitteeList, 'committee', 'list'), show: admitted(CommitteeShow, 'committee', 'show') };
