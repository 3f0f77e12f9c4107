import type { Words } from '../../processes/words';
import { words } from '../../processes/words';
import { invalid, ProblemError } from '../problems';

interface Complaint {
  readonly number: string;
  readonly what: Words;
}

const naming = ({ number, what }: Complaint): Words => words(`${number}: ${what.cs}`, `${number}: ${what.en}`);

/**
 * What is wrong with the items of a list, each complaint naming its case: `items.3.amount` for a field of the item, `items.3.caseId` where the case itself stands
 * elsewhere or the person may not act on it, and the field alone where it is common to all items.
 */
export class ItemProblems {
  private readonly own: Record<string, Words> = {};
  private readonly common = new Map<string, Complaint[]>();
  private readonly forbidden: ProblemError[] = [];
  private tried = 0;

  /** @param common names of fields that the whole list shares */
  constructor(private readonly commonFields: ReadonlySet<string> = new Set()) {}

  /** Does the work of one item; what it complains of is kept. @throws ProblemError 404: nobody learns more of a list with a foreign case in it */
  async of<T>(position: number, number: string, work: () => Promise<T>): Promise<T | null> {
    this.tried += 1;
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status === 404 || error.status >= 500) throw error;
      this.keep(error, position, number);
      return null;
    }
  }

  /** @throws ProblemError 422 naming every field; 403 where the person may act on none of the cases */
  end(): void {
    const [first] = this.forbidden;
    if (first && this.forbidden.length === this.tried) throw first;
    const errors = { ...this.own };
    for (const [field, complaints] of this.common) {
      const [one] = complaints;
      if (one) errors[field] = complaints.length === this.tried ? one.what : naming(one);
    }
    if (Object.keys(errors).length > 0) throw invalid(errors);
  }

  private keep(error: ProblemError, position: number, number: string): void {
    if (error.status === 403) this.forbidden.push(error);
    const fields = Object.entries(error.errors);
    if (fields.length === 0) this.own[`items.${position}.caseId`] = naming({ number, what: error.detail });
    for (const [field, what] of fields) {
      if (this.commonFields.has(field)) this.common.set(field, [...(this.common.get(field) ?? []), { number, what }]);
      else this.own[`items.${position}.${field}`] = naming({ number, what });
    }
  }
}
