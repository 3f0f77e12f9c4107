import { useNavigate } from 'react-router';
import { formatMoney } from '../../../processes/money';
import type { PlacedSum } from '../../../processes/registerViews';
import { useWords } from '../words/context';
import { placeIn, radiusOf, TILE_SIZE, tilesOf, viewOf } from './mapView';

/** So many names are written beside their circles; more would cover one another. */
const NAMED = 12;
const WIDTH = 720;
const HEIGHT = 440;

interface MapPictureProps {
  readonly places: readonly PlacedSum[];
  /** Address of tiles; null: a plain ground. */
  readonly tiles: string | null;
  readonly tilesBy: string | null;
  readonly addressOf: (place: PlacedSum) => string;
}

/** Municipalities as circles whose areas are as what they were given; the larger under the smaller. The tables beside it say the same. */
export function MapPicture({ places, tiles, tilesBy, addressOf }: MapPictureProps) {
  const { t } = useWords();
  const goTo = useNavigate();
  const words = t.publicRegister;
  const view = viewOf(places, WIDTH, HEIGHT);
  const most = Math.max(...places.map(({ awarded }) => awarded));
  const largestFirst = [...places].sort((a, b) => b.awarded - a.awarded);
  const labelOf = ({ name, count, awarded }: PlacedSum): string => `${name}: ${words.count(count, formatMoney(awarded))}`;
  return (
    <figure className="map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={words.mapOf(places.length)}>
        <rect className="map-ground" width={WIDTH} height={HEIGHT} />
        {tiles !== null &&
          tilesOf(view, tiles).map(({ address, x, y }) => (
            <image key={address} href={address} x={x} y={y} width={TILE_SIZE} height={TILE_SIZE} />
          ))}
        {largestFirst.map((place) => {
          const { x, y } = placeIn(view, place);
          return (
            <a
              key={place.code}
              href={addressOf(place)}
              aria-label={labelOf(place)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                void goTo(addressOf(place));
              }}
            >
              <title>{labelOf(place)}</title>
              <circle cx={x} cy={y} r={radiusOf(place.awarded, most)} />
            </a>
          );
        })}
        <g aria-hidden="true">
          {largestFirst.slice(0, NAMED).map((place) => {
            const { x, y } = placeIn(view, place);
            return (
              <text key={place.code} x={x} y={y + radiusOf(place.awarded, most) + 12}>
                {place.name}
              </text>
            );
          })}
        </g>
      </svg>
      {tiles !== null && tilesBy !== null && <figcaption>{tilesBy}</figcaption>}
    </figure>
  );
}
