import { BarChart } from '@mui/x-charts/BarChart';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import type { Figures, Month } from '../../../processes/reportViews';
import type { Language } from '../../../processes/words';
import { useLanguage } from '../i18n/useWords';
import { plainMonth, running } from './rates';

const HEIGHT = 300;
const money = (value: number | null): string => (value === null ? '' : formatMoney(value));
/** `1,5 mil.`: an axis has no place for more. */
const short = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value / 100);
/** In crowns, from nothing: a line that begins in the middle says more than there is. */
function useAmounts() {
  const language = useLanguage();
  return [{ valueFormatter: (value: number): string => `${short(language, value)}\u00a0Kč`, width: 84, min: 0 }];
}

interface Named {
  readonly name: string;
  readonly figures: Figures;
}

const SERIES = ['asked', 'granted', 'paid', 'settled'] as const;

/** What was asked, granted, paid and settled, beside one another. The table under it says the same. */
export function FigureBars({ rows }: { readonly rows: readonly Named[] }) {
  const translate = useTranslate();
  const amounts = useAmounts();
  return (
    <BarChart
      height={HEIGHT}
      xAxis={[{ data: rows.map(({ name }) => name), scaleType: 'band' }]}
      yAxis={amounts}
      series={SERIES.map((id) => ({
        data: rows.map(({ figures }) => figures[id].amount),
        label: translate(`postup.reports.figure.${id}`),
        valueFormatter: money,
      }))}
    />
  );
}

/** What was granted and paid up to each month. The table beside it says the same. */
export function MonthLines({ months }: { readonly months: readonly Month[] }) {
  const translate = useTranslate();
  const sums = running(months);
  const amounts = useAmounts();
  return (
    <LineChart
      height={HEIGHT}
      margin={{ right: 40 }}
      xAxis={[{ data: sums.map(({ month }) => plainMonth(month)), scaleType: 'point' }]}
      yAxis={amounts}
      series={[
        {
          data: sums.map(({ granted }) => granted),
          label: translate('postup.reports.figure.granted'),
          valueFormatter: money,
          curve: 'linear',
        },
        { data: sums.map(({ paid }) => paid), label: translate('postup.reports.figure.paid'), valueFormatter: money, curve: 'linear' },
      ]}
    />
  );
}
