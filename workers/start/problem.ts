import type { OperatorLanguage } from '../../models/environment';

/** One sentence in both languages of the operator's terminal. */
export type Sentence = Readonly<Record<OperatorLanguage, string>>;

/** Says a sentence to whoever started the system. */
export type Say = (sentence: Sentence) => void;

/** Starting cannot go on; the sentence says what happened and what to do. The program ends with exit code 1. */
export class StartProblem extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence, options?: ErrorOptions) {
    super(sentence.cs, options);
    this.name = 'StartProblem';
    this.sentence = sentence;
  }
}

/** A sayer that prints lines in one language. */
export function sayTo(print: (line: string) => void, language: OperatorLanguage): Say {
  return (sentence) => print(sentence[language]);
}

/** The code of a system error (`ENOENT`), or undefined. Looks at the form: such errors may come from another realm. */
export function errorCode(error: unknown): string | undefined {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : undefined;
}

/** The message of whatever was thrown. */
export function errorText(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return hasMessage ? String(error.message) : String(error);
}
