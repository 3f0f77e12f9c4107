import { ProgrammeList } from './ProgrammeList';
import { ProgrammeCreate, ProgrammeEdit } from './ProgrammePages';
import { ProgrammeShow } from './ProgrammeShow';

export const programmes = {
  list: ProgrammeList,
  show: ProgrammeShow,
  create: ProgrammeCreate,
  edit: ProgrammeEdit,
  recordRepresentation: 'title',
};
