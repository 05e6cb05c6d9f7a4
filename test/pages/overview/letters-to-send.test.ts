/** The number on the card of the overview is the number on the button of the letters page. */
import { expect } from 'chai';
import { acceptList } from '../../../server/actions/lists/accept-list.ts';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRows, invite, register } from '../../support/cast.ts';

describe('letters to send, on the overview and on the letters page', () => {
  let app: TestApp;
  let an: Client;
  let clusterId: string;
  let ids: string[];
  beforeEach(async () => {
    app = await startApp();
    clusterId = app.cast.cluster(2);
    const by = app.cast.actor('an');
    const unitId = app.cast.unit('927');
    const rows = [...inventedRows(2), ...inventedRows(2, 2, { email: '' })];
    ids = await register(app.context, by, { clusterId, unitId, rows });
    await acceptList(app.context, by, { clusterId, unitId });
    an = await app.as('an');
  });
  afterEach(() => app.close());

  const page = () => `/clusters/${clusterId}/letters`;
  const card = async () =>
    [...(await an.get('/')).text.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)]
      .filter(([, , text = '']) => /thư mời Cụm 2|thẻ để in, Cụm 2/.test(text))
      .map(([, href, text]) => ({ href, text }));
  const button = async () => {
    const html = (await an.get(page())).text;
    return ['Gửi 2 thư mời', 'Gửi 4 thư mời', 'Tạo 2 thẻ để in'].filter((text) => wordsOf(html).includes(text));
  };
  const addEmails = () =>
    app.context.db.write(async (tx) => {
      for (const id of ids.slice(2)) {
        await tx
          .updateTable('delegate')
          .set({ email: `${id}@example.gov.vn` })
          .where('id', 'in', (eb) => eb.selectFrom('registration').select('delegate_id').where('id', '=', id))
          .execute();
      }
    });

  it('are counted by e-mail: two of four seated delegates have one', async () => {
    expect(await button()).to.deep.equal(['Gửi 2 thư mời']);
    expect(await card()).to.deep.equal([{ href: page(), text: 'Gửi 2 thư mời Cụm 2' }]);
  });

  it('are gone once they were sent, and come back when e-mails are added to invited delegates', async () => {
    await invite(app.context, app.cast.actor('an'), clusterId);
    expect([await button(), await card()]).to.deep.equal([[], []]);
    await addEmails();
    expect(await button()).to.deep.equal(['Gửi 2 thư mời']);
    expect(await card()).to.deep.equal([{ href: page(), text: 'Gửi 2 thư mời Cụm 2' }]);
    const chips = wordsOf((await an.get(page())).text);
    expect(chips).to.include('Chưa gửi').and.not.include('Cần in thẻ');
  });

  it('are cards where no delegate that is left has an e-mail', async () => {
    await app.context.db.write((tx) => tx.updateTable('delegate').set({ email: null }).execute());
    expect(wordsOf((await an.get(page())).text)).to.include('Tạo 4 thẻ để in');
    expect(await card()).to.deep.equal([{ href: page(), text: 'Tạo 4 thẻ để in, Cụm 2' }]);
  });

  it('are none while the dates of the cluster must be corrected; the card leads there', async () => {
    await app.context.db.write((tx) => tx.updateTable('event').set({ year: 2024 }).execute());
    expect(await button()).to.deep.equal([]);
    expect(await card()).to.deep.equal([
      { href: `/events/${app.cast.eventId}/setup`, text: 'Sửa ngày, giờ trong thiết lập để gửi được thư mời Cụm 2' },
    ]);
  });

  it('are none for delegates who wait and for lists that are not accepted', async () => {
    await app.context.db.write((tx) => tx.updateTable('cluster_unit').set({ list_state: 'submitted' }).execute());
    expect([await button(), await card()]).to.deep.equal([[], []]);
  });
});

describe('one delegate without e-mail, on the letters page and on the own page', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('is offered the card on both', async () => {
    const by = app.cast.actor('an');
    const clusterId = app.cast.cluster(2);
    const unitId = app.cast.unit('927');
    const rows = inventedRows(1, 0, { email: '' });
    const [id = ''] = await register(app.context, by, { clusterId, unitId, rows });
    await acceptList(app.context, by, { clusterId, unitId });
    const an = await app.as('an');
    for (const path of [`/clusters/${clusterId}/letters`, `/registrations/${id}`]) {
      expect((await an.get(path)).text, path).to.include(`action="/registrations/${id}/letters"`);
    }
    expect(wordsOf((await an.get(`/registrations/${id}`)).text)).to.include('Tạo thẻ để in');
  });
});
