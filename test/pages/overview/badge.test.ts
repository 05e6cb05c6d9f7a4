import { expect } from 'chai';
import { acceptList } from '../../../server/actions/lists/accept-list.ts';
import { refuseChange } from '../../../server/actions/lists/refuse-change.ts';
import { requestChange } from '../../../server/actions/lists/request-change.ts';
import { returnList } from '../../../server/actions/lists/return-list.ts';
import { startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRows, type Person, register } from '../../support/cast.ts';
import { addEvent } from './second-event.ts';

describe('the number on the tab of the registration', () => {
  let app: TestApp;
  let clusterId: string;
  beforeEach(async () => {
    app = await startApp();
    clusterId = app.cast.cluster(2);
  });
  afterEach(() => app.close());

  const an = () => app.cast.actor('an');
  const unit = (code: string) => app.cast.unit(code);
  const badge = async (person: Person, path = '/account/password') => {
    const { text } = await (await app.as(person)).get(path);
    const nav = /<nav class="nav"[^]*?<\/nav>/.exec(text)?.[0] ?? '';
    const dots = [...nav.matchAll(/<a href="([^"?]*)[^>]*>[^<]*<span class="dot">([^]*?)<\/a>/g)];
    return dots.map(([, href, words = '']) => `${href} ${wordsOf(words)}`).join();
  };
  const handIn = (count: number, code: string, from = 0) =>
    register(app.context, an(), { clusterId, unitId: unit(code), rows: inventedRows(count, from) });

  it('counts lists that wait and requests that are open, for the organiser on every page', async () => {
    expect(await badge('an')).to.equal('');
    await handIn(17, '927');
    expect(await badge('an')).to.equal('/registration 1 , có 1 việc chờ');
    await acceptList(app.context, an(), { clusterId, unitId: unit('927') });
    expect(await badge('an')).to.equal('');
    const wish = { clusterId, unitId: undefined, rows: inventedRows(2, 40), reason: 'cử thêm' };
    const asked = await requestChange(app.context, app.cast.actor('binh'), wish);
    if (asked.kind !== 'asked') throw new Error(asked.kind);
    await handIn(17, '917', 60);
    for (const path of ['/', '/search', '/accounts', `/clusters/${clusterId}/letters`])
      expect(await badge('an', path), path).to.equal('/registration 2 , có 2 việc chờ');
    expect(await badge('quan')).to.include('2');
    for (const person of ['em', 'binh', 'cuc'] as const) expect(await badge(person), person).to.equal('');
    await refuseChange(app.context, an(), { requestId: asked.id, reason: 'đã đủ chỗ' });
    expect(await badge('an')).to.equal('/registration 1 , có 1 việc chờ');
  });

  it('counts the lists that came back, for the unit alone', async () => {
    await handIn(3, '927');
    await returnList(app.context, an(), { clusterId, unitId: unit('927'), reason: 'thiếu Chủ tịch' });
    expect(await badge('binh')).to.equal('/registration 1 , có 1 việc chờ');
    for (const person of ['an', 'cuc', 'em'] as const) expect(await badge(person), person).to.equal('');
  });

  it('is of the event of the page, and nothing once its clusters are over', async () => {
    await handIn(17, '927');
    const day = { starts: '2023-04-03T06:30:00.000Z', ends: '2023-04-03T10:00:00.000Z' };
    await addEvent(app, { code: 'tap-huan-2023', title: 'Hội nghị tập huấn', ...day });
    expect(await badge('an', '/')).to.equal('');
    expect(await badge('an', `/?event=${app.cast.eventId}`)).to.equal('/registration 1 , có 1 việc chờ');
    expect(await badge('an', `/clusters/${clusterId}/letters`)).to.equal('/registration 1 , có 1 việc chờ');
    app.context.clock.set('2023-04-08T08:00');
    expect(await badge('an', `/clusters/${clusterId}/letters`)).to.equal('');
  });
});
