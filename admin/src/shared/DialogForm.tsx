import { Alert, Box } from '@mui/material';
import { useRef, type ReactNode } from 'react';
import { Form, SaveContextProvider } from 'react-admin';
import type { PostupDataProvider } from '../api/dataProvider';
import { ApiError } from '../api/http';
import type { Act } from '../api/useAct';
import { focusFault } from './focusFault';

type Values = Readonly<Record<string, unknown>>;

interface DialogFormProps {
  readonly record: object;
  readonly act: Act;
  /** What is sent of what was typed; the same again keeps its key. */
  readonly dataOf: (values: Values) => object;
  readonly work: (provider: PostupDataProvider, data: object, key: string) => Promise<unknown>;
  /** Key of the word that it is done. */
  readonly done: string;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog whose refusals stand at their fields; the focus goes to the first of them. */
export function DialogForm({ record, act, dataOf, work, done, onDone, children }: DialogFormProps) {
  const form = useRef<HTMLDivElement>(null);
  const save = async (typed: unknown): Promise<Readonly<Record<string, string>> | undefined> => {
    const data = dataOf(typed as Values);
    let refused: Readonly<Record<string, string>> | undefined;
    const saved = await act.run(
      async (provider, key) => {
        try {
          return await work(provider, data, key);
        } catch (error) {
          if (error instanceof ApiError) refused = error.errors;
          throw error;
        }
      },
      data,
      done,
    );
    if (saved) onDone();
    else if (form.current) focusFault(form.current);
    return refused;
  };
  return (
    <SaveContextProvider value={{ save, saving: act.busy, mutationMode: 'pessimistic' }}>
      <Box ref={form} sx={{ display: 'contents' }}>
        <Form record={record} noValidate>
          {children}
        </Form>
      </Box>
    </SaveContextProvider>
  );
}

/** Why the server refused what a dialog sent; what belongs to a field of the dialog stands there. */
export function DialogRefusal({ act, fields }: { readonly act: Act; readonly fields: readonly string[] }) {
  if (!act.error) return null;
  const others = Object.entries(act.error.errors).filter(([field]) => !fields.includes(field));
  return (
    <Alert severity="error" sx={{ mb: 1 }}>
      {act.error.message}
      {others.map(([field, text]) => (
        <div key={field}>{text}</div>
      ))}
    </Alert>
  );
}
