/** The command line speaks Czech, English with POSTUP_LANG=en. */
import type { OperatorLanguage } from '../models/environment';
import { words, type Words } from '../processes/words';

const language: OperatorLanguage = process.env.POSTUP_LANG === 'en' ? 'en' : 'cs';

/** A text in the operator's language. */
export function text(pair: Words): string {
  return pair[language];
}

/** A text in the operator's language, both versions written in place. */
export function say(cs: string, en: string): string {
  return text(words(cs, en));
}
