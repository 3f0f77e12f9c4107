import os from 'node:os';
import { lookAtDisk } from './diskWatch';
import type { Sentence } from './problem';

test('the operator hears once that the disk is filling up, and once that there is room again', () => {
  const heard: string[] = [];
  const say = (sentence: Sentence): void => void heard.push(sentence.cs);
  const more = Number.MAX_SAFE_INTEGER;
  const folder = os.tmpdir();
  expect(lookAtDisk(folder, false, say, 0)).toBe(false);
  expect(heard).toEqual([]);
  expect(lookAtDisk(folder, false, say, more)).toBe(true);
  expect(lookAtDisk(folder, true, say, more, more)).toBe(true);
  expect(heard).toEqual([expect.stringMatching(/zbývá jen \d+ MB\. Uvolněte místo/)]);
  expect(lookAtDisk(folder, true, say, 0, 0)).toBe(false);
  expect(heard[1]).toMatch(/je zase místo/);
});
