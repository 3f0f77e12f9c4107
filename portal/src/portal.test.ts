import { fileFlaw, shownSize } from './files/kinds';
import { apiQuery, readQuery, writeQuery } from './register/query';
import { deviceName } from './people/deviceName';
import { safeReturn } from './session/context';
import { inkOn, luminance } from './tenant/colours';
import { keyOf, forgetKey } from './api/idempotency';
import { problemFrom } from './api/problem';

describe('the register in the address', () => {
  it('is written and read back, without what was not chosen', () => {
    const query = { ...readQuery(new URLSearchParams()), q: 'řeka', year: '2026', page: 2 };
    expect(readQuery(writeQuery(query))).toEqual(query);
    expect(writeQuery({ ...query, q: ' ', year: '', page: 1 }).toString()).toBe('');
    expect(apiQuery(query, false)).toBe('?q=%C5%99eka&year=2026');
  });
});

describe('the way back after signing in', () => {
  it.each(['/ukazkov/moje', '/ukazkov/zadost/1?krok=money'])('goes to %s', (address) => expect(safeReturn(address)).toBe(address));
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null])('never to %p', (address) =>
    expect(safeReturn(address)).toBeNull(),
  );
});

describe('the colour of a municipality', () => {
  it('gets the ink that can be read on it', () => {
    expect(inkOn('#ffcc00')).toBe('#000000');
    expect(inkOn('#0b3d91')).toBe('#ffffff');
  });
  it('is left out when it is none', () => expect(luminance('red; background: url(x)')).toBeNull());
});

describe('files', () => {
  it('are refused before they are sent when they cannot be taken', () => {
    expect(fileFlaw('stanovy.PDF', 1000)).toBeNull();
    expect(fileFlaw('virus.exe', 1000)).toBe('wrongKind');
    expect(fileFlaw('film.pdf', 21 * 1024 * 1024)).toBe('tooBig');
  });
  it('have a size that people read', () => {
    expect(shownSize(512, ',')).toBe('512\u00a0B');
    expect(shownSize(1536, ',')).toBe('1,5\u00a0kB');
    expect(shownSize(20 * 1024 * 1024, ',')).toBe('20\u00a0MB');
  });
});

describe('the key of an act', () => {
  const entries = new Map<string, string>();
  const keeper = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  } as unknown as Storage;

  it('stays while the same is sent, changes with the content, ends with success', () => {
    const first = keyOf('submit.1', { a: 1 }, keeper);
    expect(keyOf('submit.1', { a: 1 }, keeper)).toBe(first);
    const second = keyOf('submit.1', { a: 2 }, keeper);
    expect(second).not.toBe(first);
    forgetKey('submit.1', keeper);
    expect(keyOf('submit.1', { a: 2 }, keeper)).not.toBe(second);
  });
});

describe('problems', () => {
  it('are known by the end of their type', () => {
    const problem = problemFrom(
      412,
      JSON.stringify({
        type: 'https://postup.otevrenamesta.cz/problems/precondition',
        title: 'Změněno',
        status: 412,
        detail: 'Mezitím to změnil někdo jiný.',
      }),
    );
    expect([problem.slug, problem.message, problem.passing]).toEqual(['precondition', 'Mezitím to změnil někdo jiný.', false]);
  });
  it('of a web server in between are no words for people, but may pass', () => {
    expect(problemFrom(502, '<html>Bad gateway</html>')).toMatchObject({ slug: 'broken', passing: true });
  });
});

describe('a device where somebody is signed in', () => {
  it('is called as people call it', () => {
    expect(deviceName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36')).toBe(
      'Chrome, Linux',
    );
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1')).toBe(
      'Safari, iPhone',
    );
    expect(deviceName('curl/8.5')).toBe('curl/8.5');
    expect(deviceName(' ')).toBeNull();
  });
});
