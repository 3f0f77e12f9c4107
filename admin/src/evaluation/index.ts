import { CommitteeList, CommitteeShow } from './CommitteePages';

export const committee = { list: CommitteeList, show: CommitteeShow };
