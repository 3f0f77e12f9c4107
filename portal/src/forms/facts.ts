import { createContext, useContext } from 'react';

export type FilesOf = { readonly draftId: string } | { readonly caseId: string };

/** What the fields of one drawn form know beside their value. */
export interface FormFacts {
  /** DOM id of a field -> what is wrong with it. */
  readonly errors: Readonly<Record<string, string>>;
  /** The object whose fields these are, as it is filled in now. */
  readonly data: Readonly<Record<string, unknown>>;
  /** To what uploaded files belong; null in a preview, where nothing is uploaded. */
  readonly filesOf: FilesOf | null;
}

export const FormFactsContext = createContext<FormFacts>({ errors: {}, data: {}, filesOf: null });

export function useFormFacts(): FormFacts {
  return useContext(FormFactsContext);
}

export function useFieldError(id: string): string | undefined {
  return useContext(FormFactsContext).errors[id];
}
