import { expect } from 'chai';
import { loadPlanOf } from '../../../db/events/plans.ts';
import { checkPlan } from '../../../server/domain/plan/check-plan.ts';
import { wordsOf } from '../../support/app.ts';
import { correctedPlan } from '../../support/plan-files.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('the set-up page', () => {
  let world: SetUpWorld;
  beforeEach(async () => {
    world = await makeSetUpWorld();
  });
  afterEach(() => world.close());

  it('reads a stored event back as the plan it came from', async () => {
    const plan = await loadPlanOf(world.app.context.db.read, world.app.cast.eventId);
    const { note: _, ...written } = correctedPlan() as ReturnType<typeof correctedPlan> & { note?: string };
    expect(plan && { ...plan, categories: [] }).to.deep.equal({ ...written, categories: [] });
    const byCode = (left: { code: string }, right: { code: string }) => left.code.localeCompare(right.code);
    expect(plan?.categories.sort(byCode)).to.deep.equal(written.categories.sort(byCode));
    expect(checkPlan(plan)).to.deep.equal([]);
  });

  it('lists the events with their days, units and state', async () => {
    const words = wordsOf((await world.an.get('/setup')).text);
    expect(words).to.contain('Tọa đàm chia sẻ kinh nghiệm về công tác cải cách hành chính năm 2023 cchc-2023');
    expect(words).to.contain('2023 Cụm 1: Thứ Tư, 05/4/2023 Cụm 2: Thứ Sáu, 07/4/2023 Cụm 3: Thứ Ba, 11/4/2023 10');
    expect(words).to.contain('Đang nhận đăng ký');
  });

  it('shows weekdays, deadlines, shares and the last day to invite', async () => {
    const words = await world.words();
    expect(words).to.contain('Cụm 2 13 giờ 30, Thứ Sáu, 07/4/2023');
    expect(words).to.contain('Đăng ký đến 17:00 Thứ Sáu 31/3/2023 · trả lời đến 17:00 Thứ Tư 05/4/2023');
    expect(words).to.contain('Cụm 2: thư mời gửi chậm nhất Thứ Ba, 04/4/2023 (trước 3 ngày làm việc).');
    expect(words).to.contain('Gợi ý 17:00 Thứ Sáu 31/3/2023 (trước 5 ngày làm việc)');
    expect(words).to.contain('Tổng chỉ tiêu 59/60 còn 1 chỗ chưa chia');
  });

  it('leads from each remark to the place where it is fixed, opened', async () => {
    const cluster = world.app.cast.cluster(2);
    const { text } = await world.an.get(`${world.base}/setup`);
    const href = `${world.base}/setup?open=cluster%3A${cluster}#cluster-2-date`;
    expect(text).to.contain(`href="${href}"`);
    const opened = (await world.an.get(href.split('#')[0] ?? '')).text;
    expect(opened).to.match(/<details open><summary id="part-cluster-2">/);
    expect(opened).to.contain('id="cluster-2-date"');
  });

  it('speaks English to who wants it', async () => {
    const english = wordsOf(
      (await world.an.get(`${world.base}/setup`, { cookie: await cookieWith(world, 'lang=en') })).text,
    );
    expect(english).to.contain('Cluster 2: invitations go out by Tuesday, 4 April 2023 at the latest');
    expect(english).to.contain('Quotas 59/60 1 still to share out');
  });

  for (const person of ['binh', 'phong', 'em'] as const) {
    it(`is closed to ${person}, pages and forms alike`, async () => {
      const client = await world.app.as(person);
      for (const path of ['/setup', '/events/new', `${world.base}/setup`, `${world.base}/clone`]) {
        expect((await client.get(path)).status, path).to.equal(403);
      }
      expect((await client.post(`${world.base}/setup`, {})).status).to.equal(403);
      expect((await world.audit()).map(({ action }) => action)).to.deep.equal(['signed_in']);
    });
  }

  it('does not know an event, cluster or unit that is not there', async () => {
    const other = '018725d6-0000-7000-8000-000000000000';
    for (const path of [`/events/${other}/setup`, `/events/${other}/clone`, `${world.base}/units/${other}`]) {
      expect((await world.an.get(path)).status, path).to.equal(404);
    }
    for (const path of ['', '/remove', '/participants']) {
      expect((await world.an.post(`${world.base}/clusters/${other}${path}`, {})).status, path).to.equal(404);
    }
  });

  describe('the general facts', () => {
    it('are saved, and the audit says which, before and after, without names', async () => {
      const typed = { title: 'Hội nghị tổng kết', kind: 'Hội nghị', acceptsByHand: '1', 'contact.name': 'Bà Bé' };
      const answer = await world.send('/setup', typed);
      expect(answer.status).to.equal(303);
      const { event } = await world.stored();
      expect(event).to.deep.include({
        title: 'Hội nghị tổng kết',
        kind: 'Hội nghị',
        acceptsByHand: true,
        promotesFreedPlaces: true,
      });
      expect(await world.audit()).to.deep.equal([
        {
          action: 'event_changed',
          subject: `event:${world.app.cast.eventId}`,
          detail: {
            changes: [
              {
                kind: 'field',
                field: 'title',
                from: 'Tọa đàm chia sẻ kinh nghiệm về công tác cải cách hành chính năm 2023',
                to: 'Hội nghị tổng kết',
              },
              { kind: 'field', field: 'kind', from: 'Tọa đàm', to: 'Hội nghị' },
              { kind: 'field', field: 'contact.name' },
              { kind: 'field', field: 'acceptsByHand', from: false, to: true },
            ],
          },
        },
      ]);
    });

    it('take an unticked box for no', async () => {
      await world.send('/setup', { promotesFreedPlaces: undefined });
      expect((await world.stored()).event.promotesFreedPlaces).to.equal(false);
    });

    it('come back with every problem beside its field and what was typed', async () => {
      const before = await world.stored();
      const answer = await world.send('/setup', {
        title: ' ',
        year: 'hai nghìn',
        'contact.email': 'khong-co',
        leadUnit: '',
      });
      expect(answer.status).to.equal(422);
      const words = wordsOf(answer.text);
      expect(words).to.contain('Còn 4 nội dung cần xem lại');
      expect(words).to.contain('Mục này cần được ghi.').and.to.contain('Mục này phải là một số nguyên.');
      expect(words).to.contain('"khong-co" không phải là địa chỉ email.').and.not.to.contain('leadUnit');
      expect(answer.text).to.contain('value="hai nghìn"').and.to.contain('href="#event-contact-email"');
      expect(await world.stored()).to.deep.equal(before);
      expect(await world.audit()).to.deep.equal([]);
    });

    it('take what was typed for text, not for markup', async () => {
      const answer = await world.send('/setup', { title: '"><script>alert(1)</script>', year: '' });
      expect(answer.text).not.to.contain('<script>alert');
      expect(answer.text).to.contain('&#34;&gt;&lt;script&gt;alert');
    });

    it('may change the year; the days that then do not fit are named', async () => {
      expect((await world.send('/setup', { year: '2024' })).status).to.equal(303);
      const words = await world.words();
      expect(words).to.contain('Cụm 1 ngày 05/4/2023 không khớp năm kế hoạch 2024; có thể là 05/4/2024 (Thứ Sáu).');
      expect(words).to.contain('Phải sửa');
    });

    it('keep the hours on the wall when the zone changes', async () => {
      await world.send('/setup', { zone: 'Asia/Tokyo' });
      const [first] = (await world.stored()).clusters;
      expect(first?.startsAt).to.equal('2023-04-05T04:30:00.000Z');
      expect(await world.words()).to.contain('Cụm 1 13 giờ 30, Thứ Tư, 05/4/2023');
    });

    it('are not written over what somebody else has just saved', async () => {
      const mine = await world.form('/setup');
      await world.send('/setup', { place: 'Thành phố Cần Thơ' });
      const answer = await world.send('/setup', { place: 'Hà Nội' }, mine);
      expect(answer.status).to.equal(409);
      expect(wordsOf(answer.text)).to.contain('Nội dung này vừa được người khác sửa');
      expect(answer.text).to.contain('value="Hà Nội"');
      expect((await world.stored()).event.place).to.equal('Thành phố Cần Thơ');
      // Whoever reads that and saves again means it.
      const again = await world.send('/setup', { place: 'Hà Nội' });
      expect(again.status).to.equal(303);
      expect((await world.stored()).event.place).to.equal('Hà Nội');
    });

    it('saved by two at the same moment are saved once', async () => {
      const mine = await world.form('/setup');
      const answers = await Promise.all(['Hà Nội', 'Huế'].map((place) => world.send('/setup', { place }, mine)));
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 409]);
      expect(await world.audit()).to.have.length(1);
    });

    it('control: a form that shows the newest version is not stale', async () => {
      await world.send('/setup', { place: 'Thành phố Cần Thơ' });
      expect((await world.send('/setup', { place: 'Hà Nội' })).status).to.equal(303);
    });
  });
});

const cookieWith = async (world: SetUpWorld, more: string) =>
  [...[...world.an.cookies].map(([name, value]) => `${name}=${value}`), more].join('; ');
