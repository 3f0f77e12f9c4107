import { z } from 'zod';
import { MAX_PROGRAMME_FILE } from '../../../processes/programmeFile/file';
import { words } from '../../../processes/words';
import { uploadOfOne } from '../../http/upload';
import { says } from '../../http/zodWords';

/** Choices of twenty calls and thirty evaluators are some 5 kB. */
const MAX_CHOICES = 20_000;

/** One file with a programme's settings, in the field `file`. */
export const programmeUpload = uploadOfOne({
  maxBytes: MAX_PROGRAMME_FILE,
  limit: words('6 MB na soubor s nastavením programu', '6 MB a file with a programme’s settings'),
  maxFieldBytes: MAX_CHOICES,
});

const notJson = says('Volby mají být zapsané jako JSON.', 'Choices should be written as JSON.');

/** A field of a form that holds JSON; what is wrong in it is named under the field. */
export const jsonField = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .max(MAX_CHOICES)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', ...notJson });
        return z.NEVER;
      }
    })
    .pipe(schema);
