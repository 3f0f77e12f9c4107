import { GroupCreate, GroupEdit } from './GroupPages';
import { GroupList } from './GroupList';

export const evaluatorGroups = { list: GroupList, create: GroupCreate, edit: GroupEdit, recordRepresentation: 'name' };
