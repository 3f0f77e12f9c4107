import { useState, type FormEvent } from 'react';
import type { RegisterChoices } from '../../../processes/registerViews';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { useWords } from '../words/context';
import { Choice } from './Choice';
import { hasMore, isAmount, registerOrders, type RegisterQuery } from './query';

interface FiltersProps {
  readonly query: RegisterQuery;
  /** Null while they are being read: the search works without them. */
  readonly choices: RegisterChoices | null;
  readonly onShow: (query: RegisterQuery) => void;
}

/** The values themselves; what is chosen is among them, whatever the list says. */
const same = (values: readonly string[] | undefined, chosen: string): (readonly [string, string])[] =>
  [...new Set([...(values ?? []), chosen])].filter((value) => value !== '').map((value) => [value, value]);

/** What is to be found; asked for by the button, so that nothing jumps while it is being chosen. */
export function Filters({ query, choices, onShow }: FiltersProps) {
  const { t } = useWords();
  const words = t.publicRegister;
  const [typed, type] = useState(query);
  const [tried, setTried] = useState(false);
  const wrong = (text: string): string | undefined => (tried && !isAmount(text) ? words.notAmount : undefined);
  const titled = (list: RegisterChoices['programmes'] | undefined): (readonly [string, string])[] =>
    (list ?? []).map(({ id, title }) => [id, title]);
  const show = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isAmount(typed.min) && isAmount(typed.max)) onShow({ ...typed, page: 1 });
  };
  return (
    <form role="search" className="no-print" onSubmit={show}>
      <div className="filters">
        <TextField
          id="hledat"
          type="search"
          label={words.search}
          help={words.searchHelp}
          value={typed.q}
          onChange={(q) => type({ ...typed, q })}
        />
        <Choice
          id="rok"
          label={words.year}
          value={typed.year}
          options={same(choices?.years.map(String), query.year)}
          onChange={(year) => type({ ...typed, year })}
        />
        <Choice
          id="program"
          label={words.programme}
          value={typed.programme}
          options={titled(choices?.programmes)}
          onChange={(programme) => type({ ...typed, programme })}
        />
        <Choice
          id="oblast"
          label={words.area}
          value={typed.area}
          options={same(choices?.areas, query.area)}
          onChange={(area) => type({ ...typed, area })}
        />
      </div>
      <details open={hasMore(query)}>
        <summary>{words.more}</summary>
        <div className="filters">
          {(choices?.funds ?? []).length > 0 && (
            <Choice
              id="fond"
              label={words.fund}
              value={typed.fund}
              options={same(choices?.funds, query.fund)}
              onChange={(fund) => type({ ...typed, fund })}
            />
          )}
          <Choice
            id="obec"
            label={words.municipality}
            value={typed.municipality}
            options={same(choices?.municipalities, query.municipality)}
            onChange={(municipality) => type({ ...typed, municipality })}
          />
          <Choice
            id="okres"
            label={words.district}
            value={typed.district}
            options={titled(choices?.districts)}
            onChange={(district) => type({ ...typed, district })}
          />
          <Choice
            id="kraj"
            label={words.region}
            value={typed.region}
            options={titled(choices?.regions)}
            onChange={(region) => type({ ...typed, region })}
          />
          <Choice
            id="stav"
            label={words.state}
            value={typed.state}
            options={[
              ['awarded', words.awardedState],
              ['settled', words.settledState],
              ['ended', words.endedState],
            ]}
            onChange={(state) => type({ ...typed, state })}
          />
          <Choice
            id="prijemce"
            label={words.kind}
            value={typed.kind}
            options={[
              ['legal', words.legal],
              ['natural', words.natural],
            ]}
            onChange={(kind) => type({ ...typed, kind })}
          />
          <TextField id="od" label={words.min} value={typed.min} error={wrong(typed.min)} onChange={(min) => type({ ...typed, min })} />
          <TextField id="do" label={words.max} value={typed.max} error={wrong(typed.max)} onChange={(max) => type({ ...typed, max })} />
          <Choice
            whole
            id="radit"
            label={words.order}
            value={typed.order}
            options={registerOrders.map((order) => [order, words.orders[order]])}
            onChange={(order) => type({ ...typed, order: registerOrders.find((one) => one === order) ?? registerOrders[0] })}
          />
        </div>
      </details>
      <p>
        <Button submits>{words.show}</Button>
      </p>
    </form>
  );
}
