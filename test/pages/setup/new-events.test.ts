import { expect } from 'chai';
import { listEvents } from '../../../db/events/event-list.ts';
import { loadPlanOf } from '../../../db/events/plans.ts';
import { wordsOf } from '../../support/app.ts';
import { inventedRows, register } from '../../support/cast.ts';
import { formIn } from './form-in.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

const FACTS = {
  title: 'Hội nghị tổng kết cải cách hành chính',
  kind: 'Hội nghị',
  year: '2023',
  place: 'Cần Thơ',
  zone: 'Asia/Ho_Chi_Minh',
  'contact.office': 'Văn phòng Sở',
  'contact.phone': '0900 000 009',
  'contact.email': 'vanphong@example.gov.vn',
};

describe('a new event', () => {
  let world: SetUpWorld;
  beforeEach(async () => {
    world = await makeSetUpWorld();
  });
  afterEach(() => world.close());

  it('is created and says what it still needs', async () => {
    const answer = await world.an.post('/events', { ...FACTS, leadUnit: world.app.cast.unit('so-noi-vu') });
    expect(answer.status).to.equal(303);
    const words = wordsOf((await world.an.get(answer.location ?? '')).text);
    expect(words).to.contain('Đã tạo sự kiện Hội nghị tổng kết cải cách hành chính.');
    expect(words).to.contain('Chưa có cụm nào: vui lòng thêm cụm đầu tiên.');
    expect(words).to.contain('Chưa có thành phần tham dự');
    const event = (await listEvents(world.app.context.db.read)).find(
      ({ year, clusters }) => year === 2023 && clusters.length === 0,
    );
    expect(event).to.include({ code: 'hoi-nghi-2023', title: FACTS.title });
    expect(wordsOf((await world.an.get('/setup')).text)).to.contain('hoi-nghi-2023 2023 chưa có cụm 0 Đang soạn');
    expect((await world.audit())[0]).to.deep.include({
      action: 'event_created',
      detail: { code: 'hoi-nghi-2023', year: 2023 },
    });
  });

  it('does not put itself before the event that is coming up', async () => {
    await world.an.post('/events', { ...FACTS, leadUnit: world.app.cast.unit('so-noi-vu') });
    expect(wordsOf((await world.an.get('/')).text)).to.contain('Tọa đàm chia sẻ kinh nghiệm');
  });

  it('brings the unit that leads it when the house is empty', async () => {
    const answer = await world.an.post('/events', { ...FACTS, leadUnit: '', newLeadUnit: 'Sở Nội vụ thành phố' });
    expect(answer.status).to.equal(303);
    const unit = (await world.stored()).units.find(({ code }) => code === 'so-noi-vu-thanh-pho');
    expect(unit).to.include({ name: 'Sở Nội vụ thành phố', level: 'city' });
  });

  it('is made once, however often its page is sent', async () => {
    const form = formIn((await world.an.get('/events/new')).text, '/events');
    const facts = { ...form, ...FACTS, leadUnit: world.app.cast.unit('so-noi-vu') };
    const answers = await Promise.all([1, 2, 3].map(() => world.an.post('/events', facts)));
    const [first] = answers;
    expect(answers.map(({ status, location }) => [status, location])).to.deep.equal(
      answers.map(() => [303, first?.location]),
    );
    expect(await listEvents(world.app.context.db.read)).to.have.length(2);
    expect((await world.audit()).map(({ action }) => action)).to.deep.equal(['event_created']);
    const again = await world.an.post('/events', { ...facts, title: 'Tên khác' });
    const words = wordsOf((await world.an.get(again.location ?? '')).text);
    expect(words).to.contain('Sự kiện đã được tạo ở lần gửi trước; lần này không ghi gì.');
    expect(words).to.contain(FACTS.title).and.not.to.contain('Tên khác');
  });

  it('keeps the id of its page through a refusal', async () => {
    const form = formIn((await world.an.get('/events/new')).text, '/events');
    const refused = await world.an.post('/events', { ...form, ...FACTS, title: '' });
    expect(formIn(refused.text, '/events')['newId']).to.equal(form['newId']);
  });

  it('control: two pages make two events, and so does a form without an id or with one that is none', async () => {
    const facts = { ...FACTS, leadUnit: world.app.cast.unit('so-noi-vu') };
    for (const newId of [undefined, undefined, 'khong-co', 'khong-co']) {
      const answer = await world.an.post('/events', { ...facts, ...(newId && { newId }) });
      expect(answer.status).to.equal(303);
    }
    const pages = await Promise.all([1, 2].map(() => world.an.get('/events/new')));
    for (const { text } of pages) await world.an.post('/events', { ...formIn(text, '/events'), ...facts });
    expect(await listEvents(world.app.context.db.read)).to.have.length(7);
  });

  it('is refused with every problem beside its field and what was typed', async () => {
    const answer = await world.an.post('/events', { ...FACTS, title: '', year: '23', code: 'cchc-2023', leadUnit: '' });
    expect(answer.status).to.equal(422);
    const words = wordsOf(answer.text);
    expect(words).to.contain('Mục này cần được ghi.').and.to.contain('Mã “cchc-2023” đã có; vui lòng ghi mã khác.');
    expect(words).to.contain('Phải từ 2000 trở lên.');
    expect(answer.text).to.contain('value="vanphong@example.gov.vn"');
    expect(await listEvents(world.app.context.db.read)).to.have.length(1);
  });
});

describe('the event of next year', () => {
  let world: SetUpWorld;
  beforeEach(async () => {
    world = await makeSetUpWorld();
  });
  afterEach(() => world.close());

  const clone = async (changes: Record<string, string> = {}) => {
    const path = `${world.base}/clone`;
    return await world.an.post(path, { ...formIn((await world.an.get(path)).text, path), ...changes });
  };
  const cloned = async () => {
    const event = (await listEvents(world.app.context.db.read)).find(({ code }) => code === 'cchc-2024');
    return event && { ...event, plan: await loadPlanOf(world.app.context.db.read, event.id) };
  };

  it('is offered with its name, its code and the same weekdays', async () => {
    const { text } = await world.an.get(`${world.base}/clone`);
    expect(text).to.contain('value="cchc-2024"');
    expect(text).to.contain('cải cách hành chính năm 2024');
    const words = wordsOf(text);
    expect(words).to.contain('Cụm 2 Thứ Sáu, 07/4/2023 Thứ Sáu, 05/4/2024');
    expect(words).to.contain('Để trống thì dời 364 ngày để giữ nguyên thứ trong tuần.');
  });

  it('shows other days before anything is written', async () => {
    const { text } = await world.an.get(`${world.base}/clone?year=2024&days=371`);
    expect(wordsOf(text)).to.contain('Cụm 2 Thứ Sáu, 07/4/2023 Thứ Sáu, 12/4/2024');
    expect(await listEvents(world.app.context.db.read)).to.have.length(1);
  });

  it('has categories, agenda, clusters, units, shares and contact, and not one person', async () => {
    await register(world.app.context, world.app.cast.actor('binh'), {
      clusterId: world.app.cast.cluster(2),
      rows: inventedRows(6),
    });
    const before = await loadPlanOf(world.app.context.db.read, world.app.cast.eventId);
    const answer = await clone();
    expect(answer.status).to.equal(303);
    const event = await cloned();
    expect(event?.plan).to.deep.include({ categories: before?.categories, agenda: before?.agenda });
    expect(event?.plan?.event).to.deep.include({ year: 2024, contact: before?.event.contact });
    expect(event?.plan?.clusters.map(({ date, registrationDeadline }) => [date, registrationDeadline])).to.deep.equal([
      ['2024-04-03', '2024-03-27T17:00'],
      ['2024-04-05', '2024-03-29T17:00'],
      ['2024-04-09', '2024-04-02T17:00'],
    ]);
    expect(event?.plan?.clusters.map(({ units }) => units)).to.deep.equal(before?.clusters.map(({ units }) => units));
    expect(await peopleOf(event?.id ?? '')).to.equal(0);
    expect(await peopleOf(world.app.cast.eventId)).to.equal(6);
    expect((await world.audit()).at(-1)).to.deep.equal({
      action: 'event_cloned',
      subject: `event:${event?.id}`,
      detail: { from: world.app.cast.eventId, days: 364, clusters: 3, categories: 12 },
    });
  });

  const peopleOf = async (eventId: string) =>
    (await world.app.context.db.read.selectFrom('delegate').select('id').where('event_id', '=', eventId).execute())
      .length;

  it('leaves this year on the overview and at the sign-in', async () => {
    await clone();
    expect(wordsOf((await world.an.get('/')).text)).to.contain('năm 2023');
    expect(wordsOf((await world.app.visitor().get('/login')).text))
      .to.contain('năm 2023')
      .and.not.to.contain('năm 2024');
  });

  it('is checked like a file: days that leave the year are refused where the shift is typed', async () => {
    const answer = await clone({ days: '300' });
    expect(answer.status).to.equal(303);
    const wrong = await clone({ code: 'khac', days: '700' });
    expect(wrong.status).to.equal(422);
    expect(wordsOf(wrong.text)).to.contain('không khớp năm kế hoạch 2024');
    expect(wrong.text).to.contain('value="700"').and.to.contain('href="#clone-days"');
    expect(await listEvents(world.app.context.db.read)).to.have.length(2);
  });

  it('shows warnings on its own page and keeps them', async () => {
    const answer = await clone({ days: '366' });
    const words = wordsOf((await world.an.get(answer.location ?? '')).text);
    expect(words).to.contain('Cụm 2 rơi vào Chủ nhật, 07/4/2024.');
  });

  for (const [changes, sentence] of [
    [{ days: 'một năm' }, '“một năm” không phải là số ngày'],
    [{ year: 'sang năm' }, '“sang năm” không phải là năm'],
    [{ code: 'cchc-2023' }, 'Mã “cchc-2023” đã có; vui lòng ghi mã khác.'],
    [{ code: 'mã mới' }, '"mã mới" không phải là mã'],
    [{ title: '' }, 'Mục này cần được ghi.'],
  ] as const) {
    it(`refuses ${JSON.stringify(changes)} beside its field`, async () => {
      const answer = await clone(changes);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain(sentence);
      expect(await listEvents(world.app.context.db.read)).to.have.length(1);
    });
  }

  it('is made once when its page is sent twice', async () => {
    const path = `${world.base}/clone`;
    const form = formIn((await world.an.get(path)).text, path);
    const answers = await Promise.all([1, 2].map(() => world.an.post(path, form)));
    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303]);
    expect(answers[0]?.location).to.equal(answers[1]?.location);
    expect(await listEvents(world.app.context.db.read)).to.have.length(2);
    expect((await world.audit()).map(({ action }) => action)).to.deep.equal(['event_cloned']);
  });

  it('of two pages at once is made once under one code', async () => {
    const code = 'cchc-2024';
    const answers = await Promise.all([clone({ code }), clone({ code })]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 422]);
    expect(await listEvents(world.app.context.db.read)).to.have.length(2);
  });

  it('may be looked at before it is made: every look is a page of its own', async () => {
    const path = `${world.base}/clone`;
    const first = formIn((await world.an.get(path)).text, path);
    const again = formIn((await world.an.get(`${path}?${new URLSearchParams(first)}`)).text, path);
    expect(again['newId']).not.to.equal(first['newId']);
  });

  it('gets a code from the system when none is given, another one each time', async () => {
    for (const code of ['cchc-2024', 'cchc-2024-2', 'cchc-2024-3']) {
      expect((await clone({ code: '' })).status).to.equal(303);
      expect((await listEvents(world.app.context.db.read)).map((event) => event.code)).to.include(code);
    }
  });

  it('is offered a code that is free', async () => {
    await clone();
    const { text } = await world.an.get(`${world.base}/clone`);
    expect(text).to.contain('value="cchc-2024-2"').and.not.to.contain('class="err"');
  });

  it('is refused with all that is wrong in one round, year and days among it', async () => {
    const answer = await clone({ code: 'cchc-2023', title: '', year: 'sang năm', days: 'một năm' });
    expect(answer.status).to.equal(422);
    const words = wordsOf(answer.text);
    expect(words).to.contain('Còn 4 nội dung cần xem lại').and.to.contain('Tên sự kiện mới: Mục này cần được ghi.');
    expect(words).to.contain('“sang năm” không phải là năm').and.to.contain('“một năm” không phải là số ngày');
    expect(words).to.contain('Mã “cchc-2023” đã có; vui lòng ghi mã khác.');
  });

  it('does not call a day wrong that follows from a year nobody can read', async () => {
    const words = wordsOf((await clone({ year: 'sang năm', days: '700' })).text);
    expect(words).to.contain('Còn một nội dung cần xem lại').and.not.to.contain('không khớp năm kế hoạch');
  });

  it('of an event that lacks something says what and where, each with its link', async () => {
    // No page stores a maximum below the quotas any more; an older version did.
    await world.app.context.db.write(async (tx) => {
      await tx.deleteFrom('category').execute();
      await tx.updateTable('cluster').set({ capacity_max: 50 }).where('number', '=', 2).execute();
    });
    const answer = await clone();
    expect(answer.status).to.equal(422);
    const words = wordsOf(answer.text);
    expect(words).to.contain('Chưa có thành phần tham dự: vui lòng thêm ít nhất một thành phần.');
    expect(words).to.contain('Cụm 2: tổng chỉ tiêu 59 vượt số tối đa 50 đại biểu.');
    expect(words).not.to.contain('Mục này cần được ghi.');
    expect(answer.text).to.contain(`href="${world.base}/setup?open=categories#category-row-new1-code"`);
  });

  it('has the units that took over where others were merged', async () => {
    const unit = world.app.cast.unit('917');
    const action = `${world.base}/units/${unit}/merge`;
    const { text } = await world.an.get(`${world.base}/units/${unit}`);
    await world.an.post(action, { ...formIn(text, action), successor: world.app.cast.unit('927') });
    await clone();
    expect((await cloned())?.plan?.clusters[1]?.units).to.deep.equal([
      { code: 'so-noi-vu', quota: 12 },
      { code: '926', quota: 17 },
      { code: '927', quota: 30 },
    ]);
  });

  it('leaves out units that ended, says which, and has the lead unit host where the host ended', async () => {
    for (const code of ['917', '926']) {
      const base = `${world.base}/units/${world.app.cast.unit(code)}`;
      const { text } = await world.an.get(base);
      await world.an.post(`${base}/end`, formIn(text, `${base}/end`));
    }
    expect(wordsOf((await world.an.get(`${world.base}/clone`)).text)).to.contain(
      'Đã kết thúc hoạt động nên không chép sang: Huyện Phong Điền, Quận Ô Môn.',
    );
    expect((await clone()).status).to.equal(303);
    const second = (await cloned())?.plan?.clusters[1];
    expect(second?.units.map(({ code }) => code)).to.deep.equal(['so-noi-vu', '927']);
    expect(second?.host).to.equal('so-noi-vu');
    const before = await loadPlanOf(world.app.context.db.read, world.app.cast.eventId);
    expect(before?.clusters[1]?.host).to.equal('926');
  });

  it('cannot be made from an event that has no cluster yet', async () => {
    const created = await world.an.post('/events', { ...FACTS, leadUnit: world.app.cast.unit('so-noi-vu') });
    const path = (created.location ?? '').replace('/setup', '/clone');
    expect(wordsOf((await world.an.get(path)).text)).to.contain('chưa có cụm nào nên chưa nhân bản được');
    expect((await world.an.post(path, { code: 'x-1', title: 'X', year: '2024' })).status).to.equal(422);
  });
});
