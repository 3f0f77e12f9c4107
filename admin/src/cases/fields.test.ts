import { applicationForm, settlementForm, supplementForm } from '../../../processes/grant/forms';
import type { SubmissionView } from '../../../processes/views';
import { words } from '../../../processes/words';
import { readingsOf, sectionsOf } from './fields';

const application = {
  applicantKind: 'legal',
  name: 'Spolek',
  requestedAmount: 3_000_000,
  from: '2027-01-01',
  attachments: ['d1'],
  declaration: true,
};

const submission = (step: string, at: string, data: unknown, form: SubmissionView['form']): SubmissionView => ({
  id: at,
  step,
  stepTitle: words(step, step),
  outcome: null,
  by: { id: 'p', name: 'P' },
  at,
  data,
  form,
});

describe('a submission read by its form', () => {
  it('has the form’s sections, labels, and values in words', () => {
    const sections = sectionsOf(applicationForm, application);
    expect(sections.map((section) => section.title?.cs)).toEqual(['Žadatel', 'Projekt', 'Peníze', 'Přílohy a prohlášení']);
    const all = Object.fromEntries(sections.flatMap((section) => section.fields).map((field) => [field.label, field.text]));
    expect(all).toMatchObject({
      'Žadatel je': 'právnická osoba (spolek, firma, církev …)',
      'Požadovaná částka': '30\u00a0000\u00a0Kč',
      'Projekt začne': '1. 1. 2027',
    });
    expect(sections.flatMap((section) => section.fields).find((field) => field.path === 'attachments')?.documents).toEqual(['d1']);
  });

  it('shows a list of records as a table', () => {
    const [section] = sectionsOf(settlementForm, { items: [{ description: 'Rukavice', amount: 10_000 }], report: 'Hotovo' });
    expect(section?.fields[0]?.rows[0]?.map((cell) => cell.text).filter((text) => text !== '')).toEqual(['Rukavice', '100\u00a0Kč']);
  });

  it('says what a completed application changed', () => {
    const readings = readingsOf([
      submission(
        'supplement',
        '2026-11-02',
        { application: { ...application, requestedAmount: 2_500_000 }, whatChanged: 'Nižší částka' },
        supplementForm,
      ),
      submission('start', '2026-11-01', application, applicationForm),
    ]);
    expect(readings.map((reading) => reading.submission.step)).toEqual(['supplement', 'start']);
    const [latest] = readings;
    const fields = sectionsOf(latest!.form, latest!.data, latest!.before).flatMap((section) => section.fields);
    expect(fields.filter((field) => field.was !== null).map((field) => [field.path, field.was])).toEqual([
      ['requestedAmount', '30\u00a0000\u00a0Kč'],
    ]);
    expect(fields.some((field) => field.text === 'Nižší částka')).toBe(true);
  });
});
