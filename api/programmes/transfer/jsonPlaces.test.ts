import { lineOf, NotJson, placedJson } from './jsonPlaces';

const failure = (text: string): { line: number; column: number; cs: string } | null => {
  try {
    placedJson(text);
    return null;
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { line: error.line, column: error.column, cs: error.why.cs };
  }
};

it.each([
  '{}',
  ' [ ] ',
  '"\\u017dluť \\"kůň\\" \\n\\\\"',
  '-0.5e+3',
  '{"a":[1,{"b":null},true,false,[]],"__proto__":{"x":1}}',
  '{\n "items": [\n  {"id": "q1"},\n  {"id": "q2"}\n ]\n}',
])('reads %j as JSON.parse does', (text) => {
  expect(placedJson(text).value).toEqual(JSON.parse(text));
});

it('knows the line of each value, and of what is missing the line of what it is missing from', () => {
  const { lines } = placedJson('{\n  "items": [\n    { "id": "q1",\n      "title": "x" }\n  ]\n}\n');
  expect([lines.get(''), lines.get('items.0'), lines.get('items.0.title')]).toEqual([1, 3, 4]);
  expect([lineOf(lines, 'items.0.kind'), lineOf(lines, 'items.7.title'), lineOf(lines, 'fund')]).toEqual([3, 2, 1]);
});

it.each([
  ['{"a": 1,\n "b" 2}', 2, 6, /„:“/],
  ['{"a": 1\n', 2, 1, /končí uprostřed/],
  ['{"a": 1,}', 1, 9, /název údaje/],
  ['{"a": 1, "a": 2}', 1, 13, /„a“ je tu dvakrát/],
  ['[1, 2] x', 1, 8, /už nic/],
  ['{"a": hello}', 1, 7, /má být hodnota/],
  ['["tab\there"]', 1, 2, /nedovolený znak/],
  ['[01]', 1, 3, /„\]“/],
  ['', 1, 1, /končí uprostřed/],
  ['['.repeat(60), 1, 42, /zanořený/],
])('says where %j goes wrong', (text, line, column, cs) => {
  expect(failure(text)).toEqual({ line, column, cs: expect.stringMatching(cs) });
});

it('reads a text of many megabytes, as a template of a contract is', () => {
  const docx = 'UEsDBBQ'.repeat(600_000);
  expect(placedJson(JSON.stringify({ docx })).value).toEqual({ docx });
});
