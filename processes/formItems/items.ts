/**
 * What a municipality asks in a programme beyond what the law asks of every application: items that an officer puts together without a programmer, as
 * FHIR's Questionnaire and DSW2's forms do. They compile to JSON Schema (`applicationForm.ts`), so that server and both faces treat them as any other field.
 */
export interface FormOption {
  /** Stored in the data; stays when the words change. */
  readonly id: string;
  readonly title: string;
}

/** Shown, and asked for, only where another item or the kind of the applicant has this value. */
export interface ShownIf {
  /** Id of a choice or yes/no item before this one, or `applicantKind`. */
  readonly item: string;
  readonly is: string | boolean;
}

interface Common {
  /** `q1`, `q2` ...: never the name of a field that every application has. Stays with the item through all versions. */
  readonly id: string;
  /** In Czech, as the applicant reads it. */
  readonly title: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly shownIf?: ShownIf;
}

export interface TableColumn {
  readonly id: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'money' | 'day';
}

/** A sum must be the same as an amount of the application: the rows of a budget as its total. */
export interface TableTotal {
  /** A column of money. */
  readonly column: string;
  readonly is: AmountField;
}

/** Amounts that every application has. */
export type AmountField = 'totalCost' | 'requestedAmount';

export type FormItem = Common &
  (
    | { readonly kind: 'section' }
    | { readonly kind: 'note' }
    | { readonly kind: 'text'; readonly maxLength?: number }
    | { readonly kind: 'longText'; readonly maxLength?: number }
    /** A whole number. */
    | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
    /** Haléř. */
    | { readonly kind: 'money'; readonly min?: number; readonly max?: number }
    | { readonly kind: 'day' }
    | { readonly kind: 'yesNo' }
    | { readonly kind: 'choice'; readonly options: readonly FormOption[] }
    | { readonly kind: 'choices'; readonly options: readonly FormOption[] }
    | { readonly kind: 'files'; readonly most?: number }
    | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly total?: TableTotal }
    | { readonly kind: 'ico' }
    | { readonly kind: 'bankAccount' }
    | { readonly kind: 'address' }
    /**
     * Worked out and never typed: the sum of `plus` less the sum of `minus`, in haléř or as a plain number; of `percentOf`, where it is given, in whole per cent
     * rounded so that a limit is never passed by rounding (up, but down where there is only a `min`). What is named: items of money or number, `q3.amount` (a column of a table), amounts of the application.
     */
    | {
        readonly kind: 'computed';
        readonly plus: readonly string[];
        readonly minus?: readonly string[];
        readonly percentOf?: string;
        readonly min?: number;
        readonly max?: number;
      }
  );

export type ItemKind = FormItem['kind'];
export type ItemOf<K extends ItemKind> = Extract<FormItem, { kind: K }>;

/** In the order in which a designer offers them. */
export const itemKinds = [
  'section',
  'note',
  'text',
  'longText',
  'number',
  'money',
  'day',
  'yesNo',
  'choice',
  'choices',
  'files',
  'table',
  'ico',
  'address',
  'bankAccount',
  'computed',
] as const satisfies readonly ItemKind[];

/** Kinds that ask nothing: they cannot be required. */
export const silentKinds: ReadonlySet<ItemKind> = new Set(['section', 'note', 'computed']);

/** Longest texts, most rows, most options and items: a form that is longer is no form. */
export const LIMITS = { text: 300, longText: 5_000, rows: 100, options: 50, columns: 8, files: 20, items: 80 } as const;
