import type { PlacedSum, RegisterFigures } from '../../../processes/registerViews';
import { useLoad } from '../api/useLoad';
import { Loading } from '../ui/Loading';
import { Trouble } from '../ui/Problem';
import { useWords } from '../words/context';
import { MapPicture } from './MapPicture';
import { figuresQuery, type RegisterQuery } from './query';
import { SumTable } from './SumTable';

interface FiguresProps {
  /** Of the register in the api. */
  readonly base: string;
  readonly query: RegisterQuery;
  readonly tiles: string | null;
  readonly tilesBy: string | null;
  /** Address of the list with what is chosen besides. */
  readonly addressOf: (change: Partial<RegisterQuery>) => string;
}

type Shown = Omit<FiguresProps, 'base' | 'query'> & { readonly data: RegisterFigures };

function Charts({ data, addressOf }: Shown) {
  const { t } = useWords();
  const words = t.publicRegister;
  return (
    <>
      <SumTable title={words.byYear} of={words.year} rows={data.years.map((one) => ({ ...one, to: addressOf({ year: one.name }) }))} />
      <SumTable
        title={words.byArea}
        of={words.area}
        rows={data.areas.map((one) => ({ ...one, to: one.name === '' ? null : addressOf({ area: one.name }) }))}
      />
    </>
  );
}

/** With the district, so that it is never the name of another municipality too. */
const wholeName = ({ name, district }: PlacedSum): string => `${name} (${district})`;

function Places({ data, tiles, tilesBy, addressOf }: Shown) {
  const { t } = useWords();
  const words = t.publicRegister;
  return (
    <>
      {data.places.length > 0 && (
        <>
          <MapPicture
            places={data.places}
            tiles={tiles}
            tilesBy={tilesBy}
            addressOf={(one) => addressOf({ municipality: wholeName(one) })}
          />
          <SumTable
            title={words.byDistrict}
            of={words.district}
            rows={data.districts.map((one) => ({ ...one, to: addressOf({ district: one.code }) }))}
          />
          <SumTable
            title={words.byMunicipality}
            of={words.municipality}
            rows={data.places.map((one) => ({ ...one, name: wholeName(one), to: addressOf({ municipality: wholeName(one) }) }))}
          />
        </>
      )}
      {data.unplaced.length > 0 && (
        <>
          <p>{words.unplacedText}</p>
          <SumTable
            title={words.unplaced}
            of={words.municipality}
            rows={data.unplaced.map((one) => ({ ...one, to: one.name === '' ? null : addressOf({ municipality: one.name }) }))}
          />
        </>
      )}
    </>
  );
}

/** What was found, by year and area, or by place. */
export function Figures({ base, query, ...shown }: FiguresProps) {
  const { data, problem, reload } = useLoad<RegisterFigures>(`${base}/figures${figuresQuery(query)}`);
  if (!data) return problem ? <Trouble problem={problem} retry={reload} /> : <Loading />;
  return query.view === 'mapa' ? <Places data={data} {...shown} /> : <Charts data={data} {...shown} />;
}
