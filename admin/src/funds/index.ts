import { FundCreate, FundEdit } from './FundPages';
import { FundList } from './FundList';

export const funds = { list: FundList, create: FundCreate, edit: FundEdit, recordRepresentation: 'name' };
