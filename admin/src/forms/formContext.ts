/** What a form's widgets know of the page around them. */
export interface FormContext {
  /** Case to which uploaded documents belong. */
  readonly caseId: string;
}
