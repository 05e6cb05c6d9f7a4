import { expect } from 'chai';
import { scanText } from '../../server/domain/door/scan.ts';
import { loadPlan } from '../../server/actions/events/load-plan.ts';
import { sha256 } from '../../server/keys.ts';
import { withdrawDelegate } from '../../server/actions/people/withdraw-delegate.ts';
import { inventedRow, inventedRows, invite, pairPhone, register } from '../support/cast.ts';
import { correctedPlan } from '../support/plan-files.ts';
import { type DoorWorld, makeDoorWorld, type Recorded } from '../support/door-world.ts';

const utc = (local: string) => new Date(`2023-04-07T${local}+07:00`).toISOString();

describe('scans at the door', () => {
  let world: DoorWorld;
  beforeEach(async () => {
    world = await makeDoorWorld();
  });
  afterEach(() => world.close());

  const token = (place = 0) => world.codeOf(world.ids[place]).token;
  const stored = () => world.app.context.db.read.selectFrom('scan').selectAll().orderBy('seq').execute();
  const phoneAt = (number: number, gate: string) =>
    pairPhone(world.app.context, {
      clusterId: world.app.cast.cluster(number),
      gate,
      by: world.app.cast.actor('an'),
    });
  const withdraw = (registrationId = '') =>
    withdrawDelegate(world.app.context, world.app.cast.actor('an'), { registrationId, reason: 'bận họp' });

  describe('are told', () => {
    it('admitted: name, post, unit, on time; and counted', async () => {
      const scan = world.scan({ code: `HTTPS://DONTIEP.EXAMPLE.GOV.VN/I/${token()}` });
      const answer = await world.send([scan]);
      expect(answer.status).to.equal(200);
      expect(answer.headers.get('content-type')).to.equal('application/json; charset=utf-8');
      expect(answer.headers.get('cache-control')).to.equal('no-store');
      const { results, ...counts } = answer.json<Recorded>();
      expect(counts).to.deep.equal({ present: 1, expected: 15 });
      expect(results).to.deep.equal([
        {
          id: scan.id,
          digest: sha256(scanText(scan as Parameters<typeof scanText>[0])),
          verdict: 'admitted',
          detail: {
            kind: 'admitted',
            punctuality: 'on_time',
            at: utc('13:40:00'),
            person: {
              honorific: 'Ông',
              fullName: 'Huỳnh Nhựt Phước',
              position: 'Trưởng phòng Nội vụ',
              workplace: '',
              unitName: 'Huyện Thới Lai',
            },
            registrationId: world.ids[0],
          },
        },
      ]);
      expect((await stored()).map((row) => [row.id, row.verdict, row.method, row.scanned_at])).to.deep.equal([
        [scan.id, 'admitted', 'camera', utc('13:40:00')],
      ]);
    });

    for (const [local, punctuality] of [
      ['12:30', 'early'],
      ['13:00', 'on_time'],
      ['14:00', 'late'],
      ['15:44', 'late'],
    ] as const) {
      it(`admitted at ${local}: ${punctuality}`, async () => {
        world.app.context.clock.set(`2023-04-07T${local}`);
        const heard = await world.hear(world.scan({ code: token() }));
        expect(heard.detail).to.include({ kind: 'admitted', punctuality });
      });
    }

    it('already admitted: when and at which gate', async () => {
      const back = await phoneAt(2, 'Cửa sau');
      await world.hear(world.scan({ code: token() }), back);
      world.app.context.clock.advance({ minutes: 3 });
      const heard = await world.hear(world.scan({ code: token() }));
      expect(heard.detail).to.deep.include({
        kind: 'already_admitted',
        first: { at: utc('13:40:00'), gate: 'Cửa sau' },
      });
      expect(heard.detail?.person?.fullName).to.equal('Huỳnh Nhựt Phước');
    });

    it('wrong cluster: which one is right', async () => {
      const { context, cast } = world.app;
      const clusterId = cast.cluster(3);
      const rows = [inventedRow(40)];
      const [id] = await register(context, cast.actor('an'), { clusterId, rows, unitId: cast.unit('918') });
      const codes = await invite(context, cast.actor('an'), clusterId);
      const heard = await world.hear(world.scan({ code: codes.get(id ?? '')?.token ?? '' }));
      expect(heard.verdict).to.equal('wrong_cluster');
      expect(heard.detail?.['right']).to.include({ number: 3, venue: 'Ủy ban nhân dân quận Bình Thủy' });
    });

    it('revoked: since when and why', async () => {
      await withdraw(world.ids[0]);
      const heard = await world.hear(world.scan({ code: token() }));
      expect(heard.detail).to.include({ kind: 'revoked', why: 'withdrawn', at: utc('13:40:00') });
    });

    it('waiting: for who is on the waiting list, found by name because there is no code', async () => {
      const heard = await world.hear(world.scan({ method: 'search', registrationId: world.ids[15] ?? '' }));
      expect(heard.verdict).to.equal('waiting');
    });

    it('not today: when it will be', async () => {
      const { context, cast } = world.app;
      const clusterId = cast.cluster(3);
      const rows = [inventedRow(40)];
      const [id] = await register(context, cast.actor('an'), { clusterId, rows, unitId: cast.unit('918') });
      const codes = await invite(context, cast.actor('an'), clusterId);
      const phone = await phoneAt(3, 'Cửa chính');
      const heard = await world.hear(world.scan({ code: codes.get(id ?? '')?.token ?? '' }), phone);
      expect(heard.detail).to.include({ kind: 'not_today', startsAt: '2023-04-11T06:30:00.000Z' });
    });

    it('closed: when the door closed', async () => {
      world.app.context.clock.set('2023-04-07T15:45');
      const heard = await world.hear(world.scan({ code: token() }));
      expect(heard.detail).to.include({ kind: 'closed', closedAt: utc('15:45:00') });
    });

    for (const code of ['', 'khong-co', 'CFGHKLMNPQRTVX346789CFG', 'https://example.gov.vn/shop', '8934563138165']) {
      it(`unknown: "${code}"`, async () => {
        const heard = await world.hear(world.scan({ code }));
        expect(heard.detail).to.deep.equal({ kind: 'unknown' });
      });
    }

    it('unknown, and not whose it is: a code of another event', async () => {
      const { context, cast } = world.app;
      const plan = correctedPlan();
      const raw = { ...plan, event: { ...plan.event, code: 'su-kien-khac' } };
      const other = await loadPlan(context, { raw, actor: 'system' });
      if (other.kind !== 'loaded') throw new Error(other.kind);
      const clusterId = other.clusterIds.get(2) ?? '';
      const unitId = cast.unit('927');
      const [id = ''] = await register(context, cast.actor('an'), { clusterId, rows: [inventedRow(40)], unitId });
      const codes = await invite(context, cast.actor('an'), clusterId);
      for (const changes of [{ code: codes.get(id)?.token ?? '' }, { method: 'search', registrationId: id }]) {
        expect((await world.hear(world.scan(changes))).detail).to.deep.equal({ kind: 'unknown' });
      }
    });

    it('nothing of phone or e-mail, whatever the verdict', async () => {
      const codes = [token(0), token(0), token(1), 'khong-co'];
      const { text } = await world.send(codes.map((code) => world.scan({ code })));
      expect(text).not.to.include('@example').and.not.include('0900');
    });
  });

  describe('that come again', () => {
    it('get their first answer, byte for byte, whatever happened since', async () => {
      const scan = world.scan({ code: token() });
      const first = await world.send([scan]);
      await withdraw(world.ids[0]);
      world.app.context.clock.advance({ hours: 3 });
      // The phone counts how long it waited; that is no other scan.
      const again = await world.send([{ ...scan, ageMs: 3 * 3600_000 }]);
      const resultsOf = (text: string) => text.slice(0, text.indexOf('],"present"'));
      expect(resultsOf(again.text)).to.equal(resultsOf(first.text));
      expect(await stored()).to.have.length(1);
    });

    it('in one upload count once', async () => {
      const scan = world.scan({ code: token() });
      const { results } = (await world.send([scan, scan])).json<Recorded>();
      expect(results[0]).to.deep.equal(results[1]);
      expect(results[0]?.verdict).to.equal('admitted');
      expect(await stored()).to.have.length(1);
    });

    it('under the id of another scan are refused and kept by the phone', async () => {
      const scan = world.scan({ code: token() });
      await world.hear(scan);
      for (const changes of [{ code: token(1) }, { seq: 99 }, { method: 'usb' }, { at: utc('13:00:00') }]) {
        const heard = await world.hear({ ...scan, ...changes });
        expect(heard.refused, JSON.stringify(changes)).to.equal('id_reused');
        expect(heard.verdict).to.equal(undefined);
        expect(heard.id).to.equal(scan.id);
      }
      expect(await stored()).to.have.length(1);
    });

    it('under the sequence number of another scan are refused', async () => {
      const scan = world.scan({ code: token() });
      await world.hear(scan);
      const heard = await world.hear({ ...world.scan({ code: token(1) }), seq: scan.seq });
      expect(heard.refused).to.equal('sequence_reused');
      const both = [world.scan({ code: token(2) }), world.scan({ code: token(3) })].map((one) => ({
        ...one,
        seq: 500,
      }));
      const { results } = (await world.send(both)).json<Recorded>();
      expect(results.map((result) => result.verdict ?? result.refused)).to.deep.equal(['admitted', 'sequence_reused']);
      expect(await stored()).to.have.length(2);
    });

    it('may have the sequence number of another phone’s scan', async () => {
      const back = await phoneAt(2, 'Cửa sau');
      await world.hear({ ...world.scan({ code: token() }), seq: 1 });
      expect((await world.hear({ ...world.scan({ code: token(1) }), seq: 1 }, back)).verdict).to.equal('admitted');
    });
  });

  describe('of one code at the same moment', () => {
    it('admit once: of fifty uploads one is admitted, 49 are already in, none fails', async () => {
      const back = await phoneAt(2, 'Cửa sau');
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          world.send([world.scan({ code: token() })], index % 2 === 0 ? back : world.app.cast.phone),
        ),
      );
      expect(answers.map((answer) => answer.status)).to.deep.equal(Array(50).fill(200));
      const verdicts = answers.map((answer) => answer.json<Recorded>().results[0]?.verdict);
      expect(verdicts.filter((verdict) => verdict === 'admitted')).to.have.length(1);
      expect(verdicts.filter((verdict) => verdict === 'already_admitted')).to.have.length(49);
      expect(await stored()).to.have.length(50);
      expect(answers.at(-1)?.json<Recorded>().present).to.equal(1);
    });

    it('admit once within one upload too', async () => {
      const { results } = (await world.send([1, 2, 3].map(() => world.scan({ code: token() })))).json<Recorded>();
      expect(results.map((result) => result.verdict)).to.deep.equal([
        'admitted',
        'already_admitted',
        'already_admitted',
      ]);
    });
  });

  describe('from a phone that had no network', () => {
    const admittedAt = async (place = 0) => {
      const roster = await world.app.with(world.app.cast.phone).get('/api/v1/door/roster');
      const { entries } = roster.json<{ entries: { registrationId: string; admittedAt?: string }[] }>();
      return entries.find((entry) => entry.registrationId === world.ids[place])?.admittedAt;
    };

    it('count from when they were made, whatever its clock says', async () => {
      const scan = { ...world.scan({ code: token(), ageMs: 15 * 60_000 }), at: '2019-01-01T00:00:00.000Z' };
      expect((await world.hear(scan)).detail).to.include({ at: utc('13:25:00'), punctuality: 'on_time' });
      const [row] = await stored();
      expect(row).to.include({ claimed_at: '2019-01-01T00:00:00.000Z', scanned_at: utc('13:25:00') });
    });

    it('never count from before it was paired', async () => {
      const heard = await world.hear(world.scan({ code: token(), ageMs: 7 * 24 * 3600_000 }));
      expect(heard.detail).to.include({ at: utc('08:00:00'), punctuality: 'early' });
    });

    it('give the same attendance whichever phone uploads first', async () => {
      const back = await phoneAt(2, 'Cửa sau');
      world.app.context.clock.set('2023-04-07T14:10');
      const early = () => ({ ageMs: 20 * 60_000 }); // 13:50, without network until now
      await world.hear(world.scan({ code: token(0) }), back);
      await world.hear(world.scan({ code: token(0), ...early() }));
      await world.hear(world.scan({ code: token(1), ...early() }));
      await world.hear(world.scan({ code: token(1) }), back);
      expect(await admittedAt(0)).to.equal(utc('13:50:00'));
      expect(await admittedAt(1)).to.equal(utc('13:50:00'));
    });

    it('come 200 at a time', async () => {
      const rows = inventedRows(3, 100);
      const unitId = world.app.cast.unit('917');
      const { context, cast } = world.app;
      await register(context, cast.actor('an'), { clusterId: cast.cluster(2), rows, unitId });
      const scans = Array.from({ length: 200 }, (_, index) => world.scan({ code: token(index % 15) }));
      const answer = await world.send(scans);
      expect(answer.status).to.equal(200);
      const { results, present, expected } = answer.json<Recorded>();
      expect(results.map((result) => result.id)).to.deep.equal(scans.map((scan) => scan.id));
      expect([present, expected]).to.deep.equal([15, 18]);
      const tooMany = await world.send([...scans, world.scan()]);
      expect(tooMany.status).to.equal(400);
      expect(await stored()).to.have.length(200);
    });
  });

  describe('by short code', () => {
    it('admit, as printed or typed', async () => {
      const { shortCode } = world.codeOf(world.ids[0]);
      const typed = ` ${shortCode.slice(0, 4).toLowerCase()} ${shortCode.slice(4)}`;
      expect((await world.hear(world.scan({ code: typed, method: 'typed' }))).verdict).to.equal('admitted');
      expect((await stored())[0]).to.include({ code_hash: sha256(shortCode), method: 'typed' });
    });

    it('stop after sixty wrong ones in ten minutes: somebody is trying', async () => {
      const wrong = Array.from({ length: 61 }, () => world.scan({ code: 'CFGHKLMN', method: 'typed' }));
      const { results } = (await world.send(wrong)).json<Recorded>();
      expect(results.filter((result) => result.verdict === 'unknown')).to.have.length(60);
      expect(results.at(-1)?.refused).to.equal('too_many_typed');
      const right = { code: world.codeOf(world.ids[0]).shortCode, method: 'typed' };
      expect((await world.hear(world.scan(right))).refused).to.equal('too_many_typed');
      // The camera goes on, so does another phone, and so does this one after a while.
      expect((await world.hear(world.scan({ code: token(1) }))).verdict).to.equal('admitted');
      const back = await phoneAt(2, 'Cửa sau');
      expect((await world.hear(world.scan(right), back)).verdict).to.equal('admitted');
      world.app.context.clock.advance({ minutes: 10 });
      expect((await world.hear(world.scan(right))).verdict).to.equal('already_admitted');
    });
  });

  describe('by name', () => {
    const search = (registrationId = '') => world.hear(world.scan({ method: 'search', registrationId }));

    it('admit the delegate who was chosen', async () => {
      expect((await search(world.ids[2])).detail).to.include({ kind: 'admitted', registrationId: world.ids[2] });
    });

    it('refuse who was withdrawn', async () => {
      await withdraw(world.ids[2]);
      expect((await search(world.ids[2])).detail).to.include({ kind: 'revoked', why: 'withdrawn' });
    });

    it('know nobody who is not there', async () => {
      expect((await search('018f0000-0000-7000-8000-000000000000')).verdict).to.equal('unknown');
    });
  });

  describe('that no phone of ours sends', () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      world.app.with(world.app.cast.phone).send('/api/v1/door/scans', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
    const code = async (answer: ReturnType<typeof post>) => {
      const { status, json } = await answer;
      return [status, json<{ error: { code: string } }>().error.code];
    };

    it('are refused whole: nothing of a batch with one wrong scan is recorded', async () => {
      for (const changes of [{ id: 'x' }, { seq: 0 }, { method: 'magic' }, { at: 'now' }, { ageMs: -1 }, { code: 7 }]) {
        const scans = [world.scan({ code: token() }), { ...world.scan(), ...changes }];
        expect(await code(post(JSON.stringify({ scans }))), JSON.stringify(changes)).to.deep.equal([
          400,
          'malformed_body',
        ]);
      }
      expect(await stored()).to.deep.equal([]);
    });

    it('with no JSON, no scans or too much of it', async () => {
      expect(await code(post('{"scans":['))).to.deep.equal([400, 'malformed_json']);
      expect(await code(post('{"scans":[]}'))).to.deep.equal([400, 'malformed_body']);
      expect(await code(post('{}'))).to.deep.equal([400, 'malformed_body']);
      expect(await code(post(`{"scans":"${'x'.repeat(300_000)}"}`))).to.deep.equal([413, 'too_large']);
    });

    it('without a credential, or with one that is none', async () => {
      const scans = JSON.stringify({ scans: [world.scan({ code: token() })] });
      for (const authorization of [
        '',
        'Bearer',
        'Bearer x',
        `Bearer ${'A'.repeat(43)}`,
        'Basic YTpi',
        `bearer ${'A'.repeat(43)}`,
      ]) {
        expect(await code(post(scans, { authorization })), authorization).to.deep.equal([401, 'device_unauthorised']);
      }
      expect(await stored()).to.deep.equal([]);
    });
  });
});
