import { grantProcess } from '../../../processes/grant/definition';
import { processMap } from '../../../processes/map';
import type { ProcessMap } from '../../../processes/views';
import { words } from '../../../processes/words';
import { BOX, layoutMap } from './layout';

type Kind = ProcessMap['steps'][number]['kind'];

const step = (id: string, kind: Kind = 'step') => ({ id, kind, title: words(id, id), role: null, visited: 0, open: 0, doneAt: null });

/** The map of the grant as the api draws it from the definition, with nothing gone through. */
const grant: ProcessMap = processMap(grantProcess, [], {});

describe('the map of a process', () => {
  const layout = layoutMap(grant);

  it('shows every declared step and way', () => {
    expect(layout.steps).toHaveLength(grant.steps.length);
    expect(layout.ways).toHaveLength(grant.ways.length);
    expect(grant.ways.length).toBeGreaterThan(40);
  });

  it('lets no two steps overlap and keeps all on the page', () => {
    for (const a of layout.steps) {
      expect(a.x - BOX.width / 2).toBeGreaterThanOrEqual(0);
      expect(a.x + BOX.width / 2).toBeLessThanOrEqual(layout.width);
      expect(a.y + BOX.height / 2).toBeLessThanOrEqual(layout.height);
      for (const b of layout.steps) {
        if (a !== b) expect(Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height).toBe(true);
      }
    }
  });

  it('leads down, except the ways back', () => {
    const back = layout.ways.filter((way) => way.back).map((way) => `${way.from}>${way.to}`);
    expect(back.sort()).toEqual([
      'amendmentSignature.notSigned>changeRequest',
      'amendmentSignature.signed>changeRequest',
      'amendmentSignature.signed>publishContract',
      'assemblyDecision.defer>assemblyDecision',
      'changeCheck.accept>changeRequest',
      'changeCheck.refuse>changeRequest',
      'changeDecision.refuse>changeRequest',
      'councilDecision.defer>councilDecision',
      'eventAnnouncement.submit>eventAnnouncement',
      'instalment>payment',
      'payment.paid>payment',
      'proposal.moreEvaluation>evaluation',
      'proposal.moreEvaluation>proposal',
      'refund.received>refund',
      'settlementCheck.approve>payment',
      'settlementCheck.return>settlement',
      'sumsCheck.back>settlementCheck',
      'sumsCheck.confirm>payment',
      'supplement.expired>formalCheck',
      'supplement.submit>formalCheck',
    ]);
    const y = new Map(layout.steps.map((placed) => [placed.id, placed.y]));
    for (const way of layout.ways.filter((one) => !one.back)) expect(y.get(way.to)!).toBeGreaterThan(y.get(way.source)!);
  });

  it('bears a map of one step', () => {
    expect(layoutMap({ steps: [step('start', 'start')], ways: [] }).height).toBeGreaterThan(0);
  });
});
