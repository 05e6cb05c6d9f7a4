/** Two people at one form: whoever comes second sees what the first one stored before writing over it. */
import { expect } from 'chai';
import { wordsOf } from '../../support/app.ts';
import { type Form, formIn } from './form-in.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('a form that comes back because somebody else was faster', () => {
  let world: SetUpWorld;
  beforeEach(async () => {
    world = await makeSetUpWorld();
  });
  afterEach(() => world.close());

  /** The words that a field is described by, as a screen reader says them. */
  const describedAs = (html: string, id: string): string => {
    const tag = new RegExp(`<(?:input|select|textarea)\\b[^>]*\\bid="${id}"[^>]*>`).exec(html)?.[0] ?? '';
    const ids = /aria-describedby="([^"]*)"/.exec(tag)?.[1]?.split(' ') ?? [];
    return ids
      .map((note) => wordsOf(new RegExp(`<p\\b[^>]*\\bid="${note}"[^>]*>.*?</p>`, 's').exec(html)?.[0] ?? 'missing'))
      .join(' ');
  };

  const lose = async (path: string, first: Record<string, string | undefined>, second: Form) => {
    const mine = await world.form(path);
    expect((await world.send(path, first)).status).to.equal(303);
    const answer = await world.send(path, second, mine);
    expect(answer.status).to.equal(409);
    return answer.text;
  };

  it('says beside each field that differs what is stored now, and beside no other', async () => {
    const html = await lose(
      '/setup',
      { place: 'Ninh Kiều', 'contact.phone': '0900 000 077', promotesFreedPlaces: undefined },
      { title: 'Hội nghị tổng kết' },
    );
    expect(describedAs(html, 'event-place')).to.contain('Hiện đang lưu: Ninh Kiều');
    expect(describedAs(html, 'event-contact-phone')).to.contain('Hiện đang lưu: 0900 000 077');
    expect(describedAs(html, 'event-promotesFreedPlaces')).to.contain('Hiện đang lưu: không');
    expect(describedAs(html, 'event-title')).to.contain('Hiện đang lưu: Tọa đàm chia sẻ');
    expect(html.match(/class="now/g)).to.have.length(4);
  });

  it('names the fields that differ in the notice, each with a link', async () => {
    const html = await lose('/setup', { place: 'Ninh Kiều' }, {});
    expect(html).to.contain('<a href="#event-place">Địa danh ghi trên văn bản</a>');
    expect(wordsOf(html)).to.contain('Khác với nội dung đang lưu: Địa danh ghi trên văn bản Đến biểu mẫu đang sửa');
  });

  it('says what a choice stands for, and that a field is empty', async () => {
    const lead = (await world.stored()).units.find(({ code }) => code === '916');
    await world.send('/setup', { documentDate: '15/3/2023' });
    const html = await lose('/setup', { leadUnit: lead?.id, documentDate: '' }, {});
    expect(describedAs(html, 'event-leadUnit')).to.contain(`Hiện đang lưu: ${lead?.name}`);
    expect(describedAs(html, 'event-documentDate')).to.contain('Hiện đang lưu: (để trống)');
  });

  it('of a cluster does so too, and not beside the reason, which nothing stores', async () => {
    const path = `/clusters/${world.app.cast.cluster(2)}`;
    const html = await lose(path, { venue: 'Hội trường mới', min: '41' }, { max: '70', reason: 'thêm ghế' });
    expect(describedAs(html, 'cluster-2-venue')).to.contain('Hiện đang lưu: Hội trường mới');
    expect(describedAs(html, 'cluster-2-min')).to.contain('Hiện đang lưu: 41');
    expect(describedAs(html, 'cluster-2-max')).to.contain('Hiện đang lưu: 60');
    expect(describedAs(html, 'cluster-2-reason')).not.to.contain('Hiện đang lưu');
  });

  it('of the shares says share, order and host', async () => {
    const { cast } = world.app;
    const path = `/clusters/${cast.cluster(2)}/participants`;
    const quota = `unit.${cast.unit('927')}.quota`;
    const html = await lose(
      path,
      { [quota]: '13', host: cast.unit('917') },
      { [`unit.${cast.unit('917')}.quota`]: '12' },
    );
    expect(describedAs(html, `units-2-${quota.replaceAll('.', '-')}`)).to.contain('Hiện đang lưu: 13');
    expect(describedAs(html, 'units-2-host')).to.contain('Đăng cai: Hiện đang lưu: Quận Ô Môn');
  });

  it('of the categories and the agenda says cell by cell, and which row is gone', async () => {
    const [first, second] = (await world.stored()).categories;
    const html = await lose(
      '/categories',
      { [`row.${first?.id}.name`]: 'Khách của thành phố', [`row.${second?.id}.remove`]: '1' },
      { 'row.new1.code': 'C1', 'row.new1.name': 'Phóng viên' },
    );
    expect(describedAs(html, `category-row-${first?.id}-name`)).to.equal('Hiện đang lưu: Khách của thành phố');
    expect(describedAs(html, `category-row-${second?.id}-code`)).to.contain('không còn dòng này');
    expect(describedAs(html, 'category-row-new1-code')).to.equal('');
    const [item] = (await world.stored()).agenda;
    const agenda = await lose('/agenda', { [`row.${item?.id}.title`]: 'Đón khách' }, {});
    expect(describedAs(agenda, `agenda-row-${item?.id}-title`)).to.equal('Hiện đang lưu: Đón khách');
  });

  it('of a unit says its name', async () => {
    const page = `${world.base}/units/${world.app.cast.unit('927')}`;
    const mine = formIn((await world.an.get(page)).text, `${page}/name`);
    await world.an.post(`${page}/name`, { ...mine, name: 'Tên một' });
    const answer = await world.an.post(`${page}/name`, { ...mine, name: 'Tên hai' });
    expect(describedAs(answer.text, 'rename-name')).to.equal('Hiện đang lưu: Tên một');
  });

  it('speaks English to who wants it', async () => {
    const mine = await world.form('/setup');
    await world.send('/setup', { place: 'Ninh Kiều' });
    const cookie = [...[...world.an.cookies].map(([name, value]) => `${name}=${value}`), 'lang=en'].join('; ');
    const answer = await world.an.post(`${world.base}/setup`, mine, { cookie });
    expect(describedAs(answer.text, 'event-place')).to.contain('Stored now: Ninh Kiều');
  });

  it('control: a form that comes back for another reason says nothing of it', async () => {
    const answer = await world.send('/setup', { title: '', place: 'Huế' });
    expect(answer.status).to.equal(422);
    expect(answer.text).not.to.contain('Hiện đang lưu').and.not.to.contain('class="now');
  });
});
