import { grantProcess } from './grant/definition';
import { processMap, tokenOf, waysTaken } from './map';

const TO_EVALUATION = ['start', 'open:formalCheck', 'done:formalCheck.pass', 'open:evaluation', 'open:evaluation'];

describe('the map of a process', () => {
  it('follows a return and the way back', () => {
    const taken = waysTaken(grantProcess, [
      'start',
      'open:formalCheck',
      'done:formalCheck.return',
      'open:supplement',
      'done:supplement.submit',
      'open:formalCheck',
      'done:formalCheck.reject',
      'close:rejected',
    ]);
    expect(Object.fromEntries(taken)).toEqual({
      'start>formalCheck': 1,
      'formalCheck.return>supplement': 1,
      'supplement.submit>formalCheck': 1,
      'formalCheck.reject>close:rejected': 1,
    });
  });

  it('lets each evaluation lead to the proposal that they open together', () => {
    const taken = waysTaken(grantProcess, [...TO_EVALUATION, 'done:evaluation.submit', 'done:evaluation.conflict', 'open:proposal']);
    expect(taken.get('formalCheck.pass>evaluation')).toBe(1);
    expect(taken.get('evaluation.submit>proposal')).toBe(1);
    expect(taken.get('evaluation.conflict>proposal')).toBe(1);
  });

  it('does not let an earlier step take what a later one opened', () => {
    const taken = waysTaken(grantProcess, [
      'open:settlementCheck',
      'done:settlementCheck.approve',
      'open:refund',
      'done:refund.received',
      'close:settled',
    ]);
    expect(taken.get('settlementCheck.approve>refund')).toBe(1);
    expect(taken.get('refund.received>close:settled')).toBe(1);
    expect(taken.has('settlementCheck.approve>close:settled')).toBe(false);
  });

  it('draws every step, result and declared way, with the counts of many cases', () => {
    const map = processMap(grantProcess, [{ tokens: TO_EVALUATION, cases: 3 }], { evaluation: 6 });
    expect(map.steps.map(({ id }) => id)).toEqual([
      'start',
      ...Object.keys(grantProcess.steps),
      ...Object.keys(grantProcess.waits),
      ...Object.keys(grantProcess.results).map((id) => `close:${id}`),
    ]);
    expect(map.steps.find(({ id }) => id === 'evaluation')).toMatchObject({
      visited: 6,
      open: 6,
      role: 'evaluator',
      kind: 'step',
    });
    expect(map.ways.find(({ from, to }) => from === 'formalCheck.pass' && to === 'evaluation')).toMatchObject({
      taken: 3,
      title: { cs: 'Postoupit k hodnocení' },
    });
    expect(map.ways.find(({ from }) => from === 'formalCheck.reject')?.taken).toBe(0);
  });

  it('says when a step of one case was finished', () => {
    const map = processMap(
      grantProcess,
      [{ tokens: TO_EVALUATION, cases: 1 }],
      { evaluation: 2 },
      { formalCheck: '2026-11-05T09:00:00.000Z' },
    );
    const days = map.steps.filter(({ doneAt }) => doneAt !== null).map(({ id, doneAt }) => [id, doneAt]);
    expect(days).toEqual([['formalCheck', '2026-11-05T09:00:00.000Z']]);
  });

  it('reads tokens out of events, and nothing out of those that move nothing', () => {
    expect(tokenOf('taskDone', { step: 'proposal', outcome: 'recommend' })).toBe('done:proposal.recommend');
    expect(tokenOf('closed', { result: 'settled' })).toBe('close:settled');
    expect(tokenOf('letterQueued', { key: 'x' })).toBeNull();
  });
});
