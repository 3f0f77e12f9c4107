import { BulkCreate, BulkList, BulkShow } from './BulkPages';

export const bulkActs = { list: BulkList, show: BulkShow, create: BulkCreate };
