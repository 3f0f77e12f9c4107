/** How the back office gives the form of a file that is stored nowhere to the portal, which draws it as the applicant will see it. Both are of one origin. */
import type { Form } from '../define';
import type { FormItem } from '../formItems/items';

/** Name of the BroadcastChannel: the portal says `{ wanted: sha256 }`, the back office answers with a FormPreview. */
export const FORM_PREVIEW_CHANNEL = 'postup-form-preview';

export interface FormPreview {
  /** Of the file, so that two windows do not answer for one another. */
  readonly sha256: string;
  readonly form: Form;
  readonly items: readonly FormItem[];
}
