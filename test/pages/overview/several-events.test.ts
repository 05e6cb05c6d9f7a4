import { expect } from 'chai';
import { nearestEvents } from '../../../db/events/event-choices.ts';
import { eventOfTheMoment } from '../../../db/events/events.ts';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRows, invite, register } from '../../support/cast.ts';
import { addEvent, type Other } from './second-event.ts';

const TITLE = 'Hội nghị tập huấn chuyển đổi số';
const FIRST = 'Tọa đàm chia sẻ kinh nghiệm về công tác cải cách hành chính năm 2023';
const TABS = ['registration', 'letters', 'welcome', 'lists'] as const;

const linksIn = (html: string) =>
  [...html.matchAll(/<a[^>]*href="([^"]+)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&') ?? '');
const switcherIn = (html: string) => /<details class="events[^]*?<\/details>/.exec(html)?.[0] ?? '';
const tabsIn = (html: string) => linksIn(/<nav class="nav"[^]*?<\/nav>/.exec(html)?.[0] ?? '');

describe('several events at a time', () => {
  let app: TestApp;
  let other: Other;
  beforeEach(async () => {
    app = await startApp();
    app.context.clock.advance({ minutes: 1 });
    const day = { starts: '2023-04-03T06:30:00.000Z', ends: '2023-04-03T10:00:00.000Z' };
    other = await addEvent(app, { code: 'tap-huan-2023', title: TITLE, ...day });
  });
  afterEach(() => app.close());

  const page = async (client: Client, path: string) => {
    const answer = await client.get(path);
    expect(answer.status, path).to.equal(200);
    return answer.text;
  };

  it('stand in the head of the page, the nearest first, each with its days and the way to it', async () => {
    for (const person of ['an', 'binh', 'em'] as const) {
      const html = switcherIn(await page(await app.as(person), '/'));
      expect(linksIn(html), person).to.deep.equal([`/?event=${other.eventId}`, `/?event=${app.cast.eventId}`]);
      const days = person === 'binh' ? '07/4/2023' : '05/4/2023 đến 11/4/2023';
      expect(wordsOf(html), person).to.equal(`Sự kiện ${TITLE} 03/4/2023 ${TITLE} 03/4/2023 ${FIRST} ${days}`);
      expect(html).to.include(`href="/?event=${other.eventId}" aria-current="true"`);
    }
  });

  it('are only those a unit has a part in: one alone is no choice, and the addresses stay short', async () => {
    const { context, cast } = app;
    await context.db.write((tx) =>
      tx
        .deleteFrom('cluster_unit')
        .where('unit_id', '=', cast.unit('927'))
        .where('cluster_id', '=', other.cluster(2))
        .execute(),
    );
    const html = await page(await app.as('binh'), '/');
    expect(switcherIn(html)).to.equal('');
    expect(html).not.to.include(TITLE).and.not.include('event=');
    expect(switcherIn(await page(await app.as('cuc'), '/'))).to.include(TITLE);
  });

  for (const person of ['an', 'binh'] as const) {
    it(`every page leads on within its own event, whichever is nearer (${person})`, async () => {
      const { cast } = app;
      await register(app.context, cast.actor(person), {
        clusterId: cast.cluster(2),
        rows: inventedRows(2),
        ...(person === 'an' && { unitId: cast.unit('927') }),
      });
      await invite(app.context, cast.actor('an'), cast.cluster(2));
      const { id: registrationId } = await app.context.db.read
        .selectFrom('registration')
        .select('id')
        .executeTakeFirstOrThrow();
      const { id: letterId } = await app.context.db.read.selectFrom('letter').select('id').executeTakeFirstOrThrow();
      const client = await app.as(person);
      for (const path of [
        `/?event=${cast.eventId}`,
        `/clusters/${cast.cluster(2)}/registrations`,
        `/clusters/${cast.cluster(2)}/letters`,
        `/clusters/${cast.cluster(2)}/history`,
        `/clusters/${cast.cluster(2)}/lists`,
        `/registrations/${registrationId}`,
        `/letters/${letterId}`,
        `/search?q=ab&event=${cast.eventId}`,
        `/account/password?event=${cast.eventId}`,
        ...(person === 'an' ? [`/events/${cast.eventId}/setup`, `/accounts?event=${cast.eventId}`] : []),
      ]) {
        const tabs = tabsIn(await page(client, path));
        expect(tabs.slice(0, 5), path).to.deep.equal(
          ['/', ...TABS.map((tab) => `/${tab}`)].map((tab) => `${tab}?event=${cast.eventId}`),
        );
      }
    });

    it(`a tab opens the cluster of the moment of the event in its address (${person})`, async () => {
      const client = await app.as(person);
      for (const [event, number, cluster] of [
        [app.cast.eventId, person === 'an' ? 1 : 2, app.cast.cluster],
        [other.eventId, 2, other.cluster],
      ] as const) {
        for (const tab of TABS) {
          const { status, location } = await client.get(`/${tab}?event=${event}`);
          expect(status).to.equal(302);
          expect(location, tab).to.match(new RegExp(`^/clusters/${cluster(number)}/`));
        }
      }
    });
  }

  it('choosing another keeps the part of the work: letters to letters', async () => {
    const client = await app.as('an');
    const letters = switcherIn(await page(client, `/clusters/${app.cast.cluster(2)}/letters`));
    expect(linksIn(letters)).to.deep.equal([`/letters?event=${other.eventId}`, `/letters?event=${app.cast.eventId}`]);
    expect(letters).to.include(`href="/letters?event=${app.cast.eventId}" aria-current="true"`);
    expect(switcherIn(await page(client, '/accounts'))).to.equal('');
  });

  it('an event that is not there, or not the unit’s, is not found, and colours no other page', async () => {
    const binh = await app.as('binh');
    await app.context.db.write((tx) =>
      tx.deleteFrom('cluster_unit').where('cluster_id', '=', other.cluster(2)).execute(),
    );
    await addEvent(app, {
      code: 'gap-mat-2023',
      title: 'Gặp mặt cuối năm',
      starts: '2023-12-03T06:30:00.000Z',
      ends: '2023-12-03T10:00:00.000Z',
    });
    for (const id of ['khong-co', other.eventId]) {
      for (const path of ['/', ...TABS.map((tab) => `/${tab}`)]) {
        const { status, text } = await binh.get(`${path}?event=${id}`);
        expect(status, path).to.equal(404);
        expect(text, path).not.to.include(TITLE);
      }
      const tabs = tabsIn(await page(binh, `/search?event=${id}`));
      expect(tabs[0]).to.equal(`/?event=${app.cast.eventId}`);
    }
    expect((await binh.get('/registration?event=a&event=b')).status).to.equal(302);
  });

  it('of two that start at once the older one is meant, before and after', async () => {
    const { context, cast } = app;
    const { read } = context.db;
    const { starts_at, ends_at } = await read
      .selectFrom('cluster')
      .select(['starts_at', 'ends_at'])
      .where('id', '=', cast.cluster(1))
      .executeTakeFirstOrThrow();
    for (const eventId of [cast.eventId, other.eventId]) {
      await context.db.write((tx) =>
        tx.updateTable('cluster').set({ starts_at, ends_at }).where('event_id', '=', eventId).execute(),
      );
    }
    const client = await app.as('an');
    for (const local of ['2023-03-30T08:30', '2023-06-01T08:30']) {
      context.clock.set(local);
      const at = context.now().toUTC().toISO();
      expect(await eventOfTheMoment(read, { kind: 'all' }, at)).to.equal(cast.eventId);
      expect((await nearestEvents(read, { kind: 'all' }, { at })).map(({ id }) => id)).to.deep.equal([
        cast.eventId,
        other.eventId,
      ]);
    }
    context.clock.set('2023-03-30T08:30');
    expect((await client.get('/registration')).location).to.equal(`/clusters/${cast.cluster(1)}/registrations`);
  });

  it('more than ten: the ten nearest and the way to all, whose page leads to each', async () => {
    for (let number = 1; number <= 10; number += 1) {
      await addEvent(app, {
        code: `truoc-${number}`,
        title: `Hội nghị năm trước ${number}`,
        starts: `2022-${String(number).padStart(2, '0')}-03T06:30:00.000Z`,
        ends: `2022-${String(number).padStart(2, '0')}-03T10:00:00.000Z`,
      });
    }
    const client = await app.as('binh');
    const html = switcherIn(await page(client, '/'));
    expect([...html.matchAll(/<li>/g)]).to.have.length(10);
    expect(wordsOf(html))
      .to.match(/Hội nghị năm trước 10 .* Hội nghị năm trước 3 /)
      .and.not.include('trước 2 ');
    expect(linksIn(html).at(-1)).to.equal(`/events?event=${other.eventId}`);
    const all = linksIn(/<tbody>[^]*<\/tbody>/.exec(await page(client, '/events'))?.[0] ?? '');
    expect(all).to.have.length(12);
    const far = all.at(-1) ?? '';
    expect(wordsOf(switcherIn(await page(client, far)))).to.match(
      /^Sự kiện Hội nghị năm trước 1 03\/01\/2022 Hội nghị năm trước 1/,
    );
  });

  it('each has its overview on the list of the set-up', async () => {
    const html = await page(await app.as('an'), '/setup');
    expect(linksIn(html)).to.include(`/?event=${other.eventId}`).and.include(`/?event=${app.cast.eventId}`);
    expect(html).to.include(`aria-label="Tổng quan của ${TITLE}"`);
  });
});
