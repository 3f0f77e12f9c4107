import { CaseList } from './CaseList';
import { CaseShow } from './CaseShow';

export const cases = { list: CaseList, show: CaseShow, recordRepresentation: 'number' };
