import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Decision, SignOff } from '../../schemas/decision.ts';
import type { Desk } from '../../search/desk-port.ts';

const decision = (change: Partial<Decision> = {}): Decision => ({
  flag: 'f1',
  version: 1,
  by: 'Trần Thị Lan',
  at: '2023-07-01T08:00:00.000Z',
  undoes: null,
  state: 'confirmed',
  reason: null,
  comment: null,
  assignee: null,
  fingerprint: '12+13=26',
  ...change,
});

const signOff: SignOff = {
  report: 'a'.repeat(64),
  version: 1,
  by: 'Lê Văn Bình',
  at: '2023-07-02T08:00:00.000Z',
  undoes: null,
  signed: true,
  comment: null,
  counts: { checked: 12, consistent: 10, flagged: 2, decided: 2 },
  flags: { f1: '12+13=26' },
};

/** `open` brings a desk that nothing was said at. */
export function deskContract(name: string, open: () => Promise<{ desk: Desk; close(): Promise<void> }>): void {
  describe(`the desk of ${name}`, () => {
    let desk: Desk;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ desk, close } = await open());
    });
    afterEach(() => close());

    test('nobody has said anything yet', async () => {
      expect(await desk.decisions.of('f1')).toEqual([]);
      expect(await desk.decisions.latest(['f1'])).toEqual(new Map());
      expect(await desk.decisions.latest()).toEqual(new Map());
    });

    test('entries follow one another and none is lost', async () => {
      const first = decision();
      const second = decision({ version: 2, state: 'dismissed', reason: 'số liệu của hai kỳ khác nhau' });
      expect(await desk.decisions.add(first)).toEqual({ kept: true });
      expect(await desk.decisions.add(second)).toEqual({ kept: true });
      expect(await desk.decisions.of('f1')).toEqual([first, second]);
      expect(await desk.decisions.latest(['f1', 'f2', 'f1'])).toEqual(new Map([['f1', second]]));
    });

    test('of two at once one is kept and the other is told what was said', async () => {
      const [lan, binh] = [decision(), decision({ by: 'Lê Văn Bình', state: 'dismissed', reason: 'lỗi đánh máy' })];
      const outcomes = await Promise.all([desk.decisions.add(lan), desk.decisions.add(binh)]);
      const kept = await desk.decisions.of('f1');
      expect(kept).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome.kept)).toHaveLength(1);
      expect(outcomes.find((outcome) => !outcome.kept)).toEqual({ kept: false, latest: kept[0] });
    });

    test.each([0, 2, 3])('an entry numbered %i does not follow the first', async (version) => {
      if (version !== 2) await desk.decisions.add(decision());
      const latest = version === 2 ? null : decision();
      expect(await desk.decisions.add(decision({ version, comment: 'khác' }))).toEqual({ kept: false, latest });
      expect(await desk.decisions.of('f1')).toHaveLength(version === 2 ? 0 : 1);
    });

    test('the last entry said once more is not written twice', async () => {
      await desk.decisions.add(decision());
      expect(await desk.decisions.add(decision())).toEqual({ kept: true });
      expect(await desk.decisions.of('f1')).toHaveLength(1);
    });

    test('many at once on many flags: each has all of its entries', async () => {
      const flags = Array.from({ length: 20 }, (_, i) => `flag ${i}`);
      await Promise.all(flags.map((flag) => desk.decisions.add(decision({ flag }))));
      await Promise.all(flags.map((flag) => desk.decisions.add(decision({ flag, version: 2, state: 'fixed' }))));
      const latest = await desk.decisions.latest();
      expect([...latest.keys()].sort()).toEqual([...flags].sort());
      expect([...latest.values()].every(({ version, state }) => version === 2 && state === 'fixed')).toBe(true);
    });

    test('decisions and sign-offs are apart, even under one key', async () => {
      await desk.signOffs.add(signOff);
      await desk.decisions.add(decision({ flag: signOff.report }));
      expect(await desk.signOffs.of(signOff.report)).toEqual([signOff]);
      expect((await desk.decisions.latest()).size).toBe(1);
      expect([...(await desk.signOffs.latest()).keys()]).toEqual([signOff.report]);
    });

    test('what people write comes back letter for letter', async () => {
      const comment = `<script>alert(1)</script> =1+1 '; DROP TABLE history; -- "\\\n\t đối soát ${'ợ'.repeat(3000)}`;
      await desk.decisions.add(decision({ flag: `'"%_\u0000${'x'.repeat(900)}`, comment }));
      const [entry] = [...(await desk.decisions.latest()).values()];
      expect(entry?.comment).toBe(comment);
    });
  });
}
