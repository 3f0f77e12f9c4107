import { createContext, useContext } from 'react';

/** What the fields of one drawn form know beside their value. */
export interface FormFacts {
  /** DOM id of a field -> what is wrong with it. */
  readonly errors: Readonly<Record<string, string>>;
  /** To what uploaded files belong. */
  readonly filesOf: { readonly draftId: string } | { readonly caseId: string };
}

export const FormFactsContext = createContext<FormFacts>({ errors: {}, filesOf: { draftId: '' } });

export function useFormFacts(): FormFacts {
  return useContext(FormFactsContext);
}

export function useFieldError(id: string): string | undefined {
  return useContext(FormFactsContext).errors[id];
}
