import { User } from '../../models/people/User';
import type { Language } from '../../processes/words';
import type { Asking, Person } from '../context';
import { difference, record } from '../record';

/** Changes what a person may change of themselves. @returns the person as they are then */
export async function changeOwnData(
  context: Asking,
  changes: { readonly language?: Language; readonly name?: string; readonly phone?: string | null },
): Promise<Person> {
  return context.inTenant(async () => {
    const user = await User.findByPk(context.person.id, { rejectOnEmpty: true });
    const changed = difference(user.get(), changes);
    if (changed) {
      await user.update(changed.after);
      await record(context, { type: 'userChanged', what: { userId: user.id }, ...changed });
    }
    return { ...context.person, name: user.name, language: user.language };
  });
}
