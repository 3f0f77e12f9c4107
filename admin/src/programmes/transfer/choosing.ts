import { useTranslate } from 'react-admin';
import type { ImportChoices } from '../../../../processes/programmeFile/choices';
import type { FileContent } from '../../../../processes/programmeFile/views';
import { useWords } from '../../i18n/useWords';

export interface ChoosingProps {
  readonly content: FileContent;
  readonly choices: ImportChoices;
  readonly choose: (change: Partial<ImportChoices>) => void;
}

interface Said {
  readonly error: boolean;
  readonly text: string | undefined;
}

/** What is said of a choice: an error, or a warning that begins with a word of its own, or nothing. */
export function useSaid({ errors, warnings }: FileContent): (path: string) => Said {
  const words = useWords();
  const translate = useTranslate();
  return (path) => {
    const [error, warning] = [errors[path], warnings[path]];
    if (error) return { error: true, text: words(error) };
    return { error: false, text: warning && translate('postup.transfer.warning', { text: words(warning) }) };
  };
}
