import { Inbox } from './Inbox';

export const tasks = { list: Inbox, recordRepresentation: 'caseNumber' };
