/**
 * A programme as a file that another town takes over: everything that a draft is made of, and nothing of people, accounts or applications. Amounts in haléř, moments
 * ISO in UTC, days `yyyy-MM-dd`. How it is read and checked: api/programmes/transfer; what it is: docs/soubor-programu.md.
 */
import type { FormItem } from '../formItems/items';
import type { TemplateKind } from '../grant/contract/fields';
import type { Criterion } from '../grant/criteria';
import type { GrantTerms } from '../grant/terms';

export const FILE_FORMAT = 'postup-programme';
/** What is written. Version 1 (one call, no templates of contracts) is read as well. */
export const FILE_VERSION = 2;
/** Of the whole file; a form with eighty questions has some 40 kB, the rest are templates of contracts. */
export const MAX_PROGRAMME_FILE = 6 * 1024 * 1024;
/** Of one template of a contract; a larger one stays at home. */
export const MAX_FILE_TEMPLATE = 2 * 1024 * 1024;
export const MAX_FILE_CALLS = 20;

/** A programme's own terms by § 10c odst. 2 zákona č. 250/2000 Sb. */
export interface FileProgramme {
  readonly title: string;
  /** Name of its area of support. */
  readonly area: string;
  readonly purpose: string;
  readonly reasons: string;
  readonly totalAmount: number;
  readonly maxAmount: number;
  readonly eligible: string;
  readonly criteria: string;
  readonly conditions: string;
  readonly attachments: string;
  readonly deMinimis: boolean;
  readonly asksPastSupport: boolean;
}

export interface FileCall {
  /** Empty: it is called by its ordinal. */
  readonly title: string;
  readonly intakeOpensAt: string;
  readonly intakeClosesAt: string;
  /** Calendar days to the decision. */
  readonly decisionDays: number;
  readonly settlementDueOn: string;
  /** Of the programme's total; null: what is left of it. */
  readonly amount: number | null;
}

export interface FileTemplate {
  readonly kind: TemplateKind;
  readonly fileName: string;
  /** DOCX in base64, without who wrote it. */
  readonly docx: string;
}

export interface ProgrammeFile {
  readonly format: typeof FILE_FORMAT;
  readonly formatVersion: typeof FILE_VERSION;
  readonly programme: FileProgramme;
  /** Name of the fund that the area belongs to; null where the area has no record. */
  readonly fund: string | null;
  /** In their order; the first is published with the programme. */
  readonly calls: readonly FileCall[];
  readonly items: readonly FormItem[];
  readonly terms: GrantTerms;
  /** By what its applications are scored; null: by the common criteria. */
  readonly criteria: readonly Criterion[] | null;
  readonly evaluationsNeeded: number;
  readonly contractTemplates: readonly FileTemplate[];
}
