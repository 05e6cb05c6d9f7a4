import { expect } from 'chai';
import { participantsOf } from '../../../db/events/clusters.ts';
import { draftCounts, draftOf } from '../../../db/lists/drafts.ts';
import { openDb } from '../../../db/open.ts';
import { progressKey } from '../../../db/lists/progress-key.ts';
import type { TypedRow } from '../../../server/domain/list/row.ts';
import { type Answer, type Client, listen, makeClient, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRow, inventedRows, register } from '../../support/cast.ts';

type Saved = { version: number; savedAt: string };
type Stale = { error: { code: string; message: string; version: number; savedBy?: string; savedAt?: string } };

const THOI_LAI = '927';

/** The fields of the desk's form, as the review page and the grid send them. */
const fieldsOf = (rows: readonly TypedRow[], more: Record<string, string> = {}) => ({
  lines: String(rows.length),
  ...Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([field, value]) => [`row.${index + 1}.${field}`, String(value)]),
    ),
  ),
  ...more,
});

describe('a draft', () => {
  let app: TestApp;
  let binh: Client;
  let path: string;
  beforeEach(async () => {
    app = await startApp();
    binh = await app.as('binh');
    path = `/clusters/${app.cast.cluster(2)}`;
  });
  afterEach(() => app.close());

  const save = (rows: readonly unknown[], version = 0, client = binh, more = {}) =>
    client.postJson(`${path}/draft`, { rows, version, ...more });
  const list = () => ({ clusterId: app.cast.cluster(2), unitId: app.cast.unit(THOI_LAI) });
  const kept = () => draftOf(app.context.db.read, list());
  const names = async () => (await kept()).rows.map((row) => row.fullName);
  const listState = async () => {
    const units = await participantsOf(app.context.db.read, app.cast.cluster(2));
    return units.find((unit) => unit.unitId === app.cast.unit(THOI_LAI))?.listState;
  };
  const expectStale = (answer: Answer, error: Partial<Stale['error']>) => {
    expect(answer.status).to.equal(409);
    expect(answer.json<Stale>().error).to.include({ code: 'draft_stale', ...error });
  };
  const [first = inventedRow(1), second = inventedRow(2), third = inventedRow(3)] = inventedRows(3, 1);

  it('is saved and answers the version and the moment', async () => {
    app.context.clock.set('2023-03-30T08:47');
    const answer = await save([first, second]);
    expect(answer.status).to.equal(200);
    expect(answer.json<Saved>()).to.deep.equal({ version: 1, savedAt: '2023-03-30T01:47:00.000Z' });
    expect((await save([first, second, third], 1)).json<Saved>().version).to.equal(2);
    expect(await kept()).to.deep.include({ version: 2, rows: [first, second, third] });
  });

  it('is there again in grid and plain form when the page is opened, with who saved it', async () => {
    await save([first]);
    const page = await binh.get(`${path}/registrations`);
    expect(page.text).to.include(`name="row.1.fullName" value="${first.fullName}"`);
    expect(page.text).to.include('name="draft" value="1"');
    expect(wordsOf(page.text)).to.include('Đã lưu lúc 08:30');
    const an = await (await app.as('an')).get(`${path}/registrations?unit=${app.cast.unit(THOI_LAI)}`);
    expect(wordsOf(an.text)).to.include('Quách Thanh Bình lưu lúc 08:30');
  });

  it('keeps half-typed and wrong rows exactly as typed', async () => {
    const half = { fullName: ' trương thoại ', phone: '0168', anotherPerson: true };
    await save([half]);
    expect((await kept()).rows[0]).to.deep.include(half);
  });

  it('survives a restart', async () => {
    await save([first, second]);
    const db = await openDb({ file: app.context.config.databaseFile, now: () => new Date().toISOString() });
    const again = await listen({ ...app.context, db });
    const client = makeClient(again.url);
    for (const [name, value] of binh.cookies) client.cookies.set(name, value);
    const page = await client.get(`${path}/registrations`);
    expect(page.text).to.include(`value="${second.fullName}"`);
    await again.stop();
    await db.close();
  });

  it('makes the list a draft, and not started again when nothing is left', async () => {
    expect(await listState()).to.equal('not_started');
    await save([first]);
    expect(await listState()).to.equal('draft');
    await save([], 1);
    expect(await listState()).to.equal('not_started');
    expect((await kept()).saved).to.equal(undefined);
  });

  it('leaves a list alone that was handed in', async () => {
    await register(app.context, app.cast.actor('binh'), { clusterId: app.cast.cluster(2), rows: inventedRows(2, 30) });
    const before = await listState();
    await save([first]);
    expect(await listState()).to.equal(before);
  });

  it('is counted for the overview, by list', async () => {
    await save([first, second]);
    const counts = await draftCounts(app.context.db.read, app.cast.eventId);
    const key = progressKey(app.cast.cluster(2), app.cast.unit(THOI_LAI));
    expect([...counts]).to.deep.equal([[key, 2]]);
  });

  describe('of two windows', () => {
    it('refuses the one that started from an older version, and says who saved and when', async () => {
      await save([first]);
      app.context.clock.advance({ minutes: 5 });
      await save([first, second], 1, await app.as('an'), { unit: app.cast.unit(THOI_LAI) });
      expectStale(await save([third], 1), {
        version: 2,
        savedBy: 'Lâm Hoài An',
        savedAt: '2023-03-30T01:35:00.000Z',
      });
      expect(await names()).to.deep.equal([first.fullName, second.fullName]);
    });

    it('lets the other go on from the version it was told: that is replacing on purpose', async () => {
      await save([first]);
      expectStale(await save([second]), { version: 1 });
      expect((await save([second], 1)).status).to.equal(200);
      expect(await names()).to.deep.equal([second.fullName]);
    });

    it('takes a resent save for what it is, even from an older version', async () => {
      await save([first]);
      expect((await save([first])).json<Saved>().version).to.equal(1);
    });

    it('saves exactly one of two at the same moment', async () => {
      const answers = await Promise.all([save([first]), save([second])]);
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    });

    it('shows a plain form what it typed, says whose draft is there, and replaces it when saved again', async () => {
      await save([first], 0, await app.as('an'), { unit: app.cast.unit(THOI_LAI) });
      const answer = await binh.post(`${path}/draft`, fieldsOf([second], { draft: '0' }));
      expect(answer.status).to.equal(409);
      expect(wordsOf(answer.text)).to.include('Lâm Hoài An vừa lưu bản nháp này ở nơi khác lúc 08:30.');
      expect(answer.text).to.include(`value="${second.fullName}"`).and.include('name="draft" value="1"');
      expect(await names()).to.deep.equal([first.fullName]);
      expect((await binh.post(`${path}/draft`, fieldsOf([second], { draft: '1' }))).status).to.equal(303);
      expect(await names()).to.deep.equal([second.fullName]);
    });
  });

  describe('without script', () => {
    it('is saved by the button, from rows and paste box together', async () => {
      const text = Object.values(third).join('\t');
      const answer = await binh.post(`${path}/draft`, fieldsOf([first], { text, draft: '0' }));
      expect(answer.location).to.equal(`${path}/registrations`);
      expect(wordsOf((await binh.get(`${path}/registrations`)).text)).to.include('Đã lưu nháp 2 dòng.');
      expect(await names()).to.deep.equal([third.fullName, first.fullName]);
    });

    it('is kept by checking, so that what was fixed on the review page is there on the way back', async () => {
      const check = await binh.post(`${path}/registrations/check`, fieldsOf([first], { draft: '0' }));
      expect(check.text).to.include('name="draft" value="1"');
      await binh.post(`${path}/registrations/check`, fieldsOf([{ ...first, fullName: 'Hồ Kim Lành' }], { draft: '1' }));
      expect(await names()).to.deep.equal(['Hồ Kim Lành']);
      const back = await binh.post(`${path}/draft`, fieldsOf([second], { draft: '2' }));
      expect(back.location).to.equal(`${path}/registrations`);
      expect(await names()).to.deep.equal([second.fullName]);
    });

    it('is not overwritten by a check that began before somebody else saved; the page says so', async () => {
      await save([first]);
      const check = await binh.post(`${path}/registrations/check`, fieldsOf([second], { draft: '0' }));
      expect(check.status).to.equal(200);
      expect(wordsOf(check.text)).to.include('chưa có gì bị ghi đè');
      expect(check.text).not.to.include('name="draft"');
      expect(await names()).to.deep.equal([first.fullName]);
    });

    it('is not touched by a check that brings no version, such as that of a file', async () => {
      await save([first]);
      await binh.post(`${path}/registrations/check`, fieldsOf([second]));
      expect(await names()).to.deep.equal([first.fullName]);
    });
  });

  describe('whose rows are handed in', () => {
    const handIn = (rows: readonly TypedRow[], more: Record<string, string> = {}) =>
      binh.post(`${path}/registrations`, fieldsOf(rows, more));

    it('is gone in the same moment, and a save that comes late does not bring it back', async () => {
      await save([first, second]);
      expect((await handIn([first, second], { draft: '1' })).status).to.equal(303);
      expect(await names()).to.deep.equal([]);
      expect(await listState()).to.equal('accepted');
      expectStale(await save([first, second], 1), { version: 2 });
    });

    it('is gone although the rows were fixed on the review page', async () => {
      await save([{ ...first, fullName: 'Hồ Kim Làn' }]);
      await handIn([{ ...first, fullName: 'Hồ Kim Lành' }], { draft: '1' });
      expect(await names()).to.deep.equal([]);
    });

    it('keeps the rows with an error when only the valid ones are sent', async () => {
      const wrong = { ...second, email: 'sai@' };
      await save([first, wrong]);
      await handIn([first, wrong], { draft: '1', onlyValid: '1' });
      expect((await kept()).rows).to.deep.equal([wrong]);
      expect(await listState()).to.equal('accepted');
    });

    it('stays whole when an error kept the list back', async () => {
      const wrong = { ...second, email: 'sai@' };
      await save([first, wrong]);
      expect((await handIn([first, wrong], { draft: '1' })).status).to.equal(422);
      expect(await names()).to.have.lengthOf(2);
    });

    it('loses only those who are on the list now when they came another way', async () => {
      await save([first, second]);
      const api = `/api/v1/clusters/${app.cast.cluster(2)}/registrations`;
      await binh.postJson(api, { rows: [second, third] });
      expect(await names()).to.deep.equal([first.fullName]);
    });

    it('is gone when the rows were sent as a request for change', async () => {
      app.context.clock.set('2023-04-01T08:30');
      binh = await app.as('binh');
      await save([first]);
      const form = fieldsOf([first], { draft: '1', reason: 'Chủ tịch đi công tác về sớm' });
      expect((await binh.post(`${path}/change-requests`, form)).status).to.equal(303);
      expect(await names()).to.deep.equal([]);
    });

    it('of other people is left alone', async () => {
      await save([first]);
      await handIn([third]);
      expect(await kept()).to.deep.include({ version: 1, rows: [first] });
    });
  });

  describe('is thrown away', () => {
    it('by its unit, and the list is as if nobody had begun', async () => {
      await save([first]);
      const answer = await binh.post(`${path}/draft/discard`);
      expect(answer.location).to.equal(`${path}/registrations`);
      expect(await names()).to.deep.equal([]);
      expect(await listState()).to.equal('not_started');
      expectStale(await save([first], 1), { version: 2 });
    });

    it('by the organiser for a unit, and nothing of it is in the audit log but the count', async () => {
      await save([first]);
      const an = await app.as('an');
      await an.post(`${path}/draft/discard`, { unit: app.cast.unit(THOI_LAI) });
      const entry = await app.context.db.read
        .selectFrom('audit_entry')
        .selectAll()
        .where('action', '=', 'draft_discarded')
        .executeTakeFirstOrThrow();
      expect(JSON.parse(entry.detail)).to.deep.equal({ unit: app.cast.unit(THOI_LAI), rows: 1 });
    });

    it('twice without harm', async () => {
      await binh.post(`${path}/draft/discard`);
      expect((await binh.post(`${path}/draft/discard`)).status).to.equal(303);
      expect((await kept()).version).to.equal(0);
    });
  });

  describe('is refused', () => {
    it('to another unit, which neither reads nor changes it', async () => {
      await save([first]);
      const cuc = await app.as('cuc');
      // The unit a registrar names is not listened to: this is Ô Môn's own draft.
      await save([second], 0, cuc, { unit: app.cast.unit(THOI_LAI) });
      await cuc.post(`${path}/draft/discard`, { unit: app.cast.unit(THOI_LAI) });
      expect(await names()).to.deep.equal([first.fullName]);
      const page = await cuc.get(`${path}/registrations?unit=${app.cast.unit(THOI_LAI)}`);
      expect(page.text).not.to.include(first.fullName);
    });

    it('in a cluster the unit has no part in, or that does not exist', async () => {
      for (const cluster of [app.cast.cluster(1), 'khong-co']) {
        for (const body of [{ rows: [first], version: 0 }, {}]) {
          expect((await binh.postJson(`/clusters/${cluster}/draft`, body)).status).to.equal(404);
        }
        expect((await binh.post(`/clusters/${cluster}/draft/discard`)).status).to.equal(404);
      }
    });

    it('to whoever registers nobody', async () => {
      expect((await save([first], 0, app.visitor())).status).to.equal(401);
      expect((await save([first], 0, await app.as('em'))).status).to.equal(403);
    });

    it('to another site', async () => {
      const headers = { 'sec-fetch-site': 'cross-site' };
      expect((await binh.postJson(`${path}/draft`, { rows: [first], version: 0 }, headers)).status).to.equal(403);
      expect(await names()).to.deep.equal([]);
    });

    it('above 500 rows or 256 KB, and with nonsense', async () => {
      const many = await save(inventedRows(501));
      expect(many.status).to.equal(422);
      expect(many.json<Stale>().error.code).to.equal('too_many_rows');
      expect((await save([{ note: 'x'.repeat(3000) }, ...inventedRows(499)])).status).to.equal(200);
      const large = Array.from({ length: 100 }, () => ({ note: 'x'.repeat(3000) }));
      expect((await save(large, 1)).status).to.equal(413);
      for (const body of [{ rows: 'x', version: 0 }, { rows: [] }, { rows: [], version: -1 }, []]) {
        expect((await binh.postJson(`${path}/draft`, body)).status).to.equal(422);
      }
    });

    it('in the plain form with what was typed kept', async () => {
      const text = inventedRows(501)
        .map((row) => Object.values(row).join('\t'))
        .join('\n');
      const answer = await binh.post(`${path}/draft`, { text, draft: '0' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('tối đa 500 dòng');
      expect(answer.text).to.include('dai.bieu.500@example.gov.vn');
    });
  });
});
