import { NumberInput, SelectInput, TextInput, useTranslate, type InputProps } from 'react-admin';
import { grantProcess } from '../../../processes/grant/definition';
import { figureIds } from '../../../processes/reportViews';
import { useWords } from '../i18n/useWords';

function FigureInput(props: InputProps) {
  const translate = useTranslate();
  return (
    <SelectInput {...props} source="figure" choices={figureIds.map((id) => ({ id, name: translate(`postup.reports.figure.${id}`) }))} />
  );
}

function PassedInput(props: InputProps) {
  const words = useWords();
  const choices = Object.entries(grantProcess.statuses).map(([id, { title }]) => ({ id, name: words(title) }));
  return <SelectInput {...props} source="passed" choices={choices} />;
}

/** Filters of the list of cases by which reports lead into it: seen, so that the reader knows why the list is short. */
export const reportFilters = [
  <FigureInput key="figure" source="figure" label="postup.reports.inFigure" />,
  <NumberInput key="grantYear" source="grantYear" label="postup.reports.year" />,
  <TextInput key="decidedIn" source="decidedIn" label="postup.reports.decidedIn" />,
  <TextInput key="paidIn" source="paidIn" label="postup.reports.paidIn" />,
  <PassedInput key="passed" source="passed" label="postup.reports.passedPhase" />,
];
