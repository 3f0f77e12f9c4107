/** The shape of the items of a programme's form; whether they go together is `itemFaults`. */
import { z } from 'zod';
import { LIMITS, type FormItem, type ItemKind } from '../../processes/formItems/items';
import { MAX_AMOUNT } from '../../processes/grant/forms';
import { line } from '../schemas';

const title = line(1, 300);
/** Of an option or a column: a name for the data, not for people. */
const name = z.string().regex(/^[a-z][a-z0-9]{0,20}$/);
const most = z.int().min(1);
const amount = z.int().min(-MAX_AMOUNT).max(MAX_AMOUNT);
const reference = z.string().regex(/^(totalCost|requestedAmount|q[a-z0-9]{1,12}(\.[a-z][a-z0-9]{0,20})?)$/);
const references = z.array(reference).max(20);
const options = z.array(z.strictObject({ id: name, title })).max(LIMITS.options);
const column = z.strictObject({ id: name, title, kind: z.enum(['text', 'number', 'money', 'day']) });

const common = {
  id: z.string().regex(/^q[a-z0-9]{1,12}$/),
  title,
  help: z.string().trim().min(1).max(2_000).optional(),
  required: z.boolean().optional(),
  shownIf: z.strictObject({ item: z.string().max(40), is: z.union([z.string().max(40), z.boolean()]) }).optional(),
};
const item = <K extends ItemKind, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...common, ...shape });
const limits = { min: amount.optional(), max: amount.optional() };

export const formItem = z.discriminatedUnion('kind', [
  item('section', {}),
  item('note', {}),
  item('text', { maxLength: most.max(LIMITS.text).optional() }),
  item('longText', { maxLength: most.max(LIMITS.longText).optional() }),
  item('number', limits),
  item('money', limits),
  item('day', {}),
  item('yesNo', {}),
  item('choice', { options }),
  item('choices', { options }),
  item('files', { most: most.max(LIMITS.files).optional() }),
  item('table', {
    columns: z.array(column).min(1).max(LIMITS.columns),
    total: z.strictObject({ column: name, is: z.enum(['totalCost', 'requestedAmount']) }).optional(),
  }),
  item('ico', {}),
  item('bankAccount', {}),
  item('address', {}),
  item('computed', { plus: references, minus: references.optional(), percentOf: reference.optional(), ...limits }),
]) satisfies z.ZodType<FormItem>;

export const formItems: z.ZodType<readonly FormItem[]> = z.array(formItem).max(LIMITS.items);
