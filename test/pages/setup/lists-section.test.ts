import { expect } from 'chai';
import { wordsOf } from '../../support/app.ts';
import { inventedRows, register } from '../../support/cast.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('the categories on the set-up page', () => {
  let world: SetUpWorld;
  beforeEach(async () => {
    world = await makeSetUpWorld();
  });
  afterEach(() => world.close());

  const category = async (code: string) => (await world.stored()).categories.find((one) => one.code === code);
  const row = async (code: string, field: string) => `row.${(await category(code))?.id}.${field}`;

  it('change, in the order of their rank', async () => {
    const answer = await world.send('/categories', {
      [await row('B4', 'rank')]: '5',
      [await row('B4', 'name')]: 'Công chức tham mưu cải cách hành chính',
      [await row('B5', 'hostOnly')]: undefined,
      [await row('A5', 'onPayroll')]: undefined,
    });
    expect(answer.status).to.equal(303);
    const { categories } = await world.stored();
    expect(categories[0]).to.include({ code: 'B4', rank: 5, name: 'Công chức tham mưu cải cách hành chính' });
    expect(await category('B5')).to.include({ hostOnly: false });
    expect(await category('A5')).to.include({ onPayroll: false });
    const name = 'Công chức trực tiếp tham mưu công tác CCHC của quận, huyện';
    expect((await world.audit())[0]?.detail).to.deep.equal({
      changes: [
        { kind: 'field', row: 'A5', field: 'onPayroll', from: true, to: false },
        { kind: 'field', row: 'B5', field: 'hostOnly', from: true, to: false },
        { kind: 'field', row: 'B4', field: 'name', from: name, to: 'Công chức tham mưu cải cách hành chính' },
        { kind: 'field', row: 'B4', field: 'rank', from: 70, to: 5 },
      ],
    });
    await world.send('/categories', {});
    expect(await world.audit(), 'the same form again is no change').to.have.length(1);
  });

  it('come and go while nobody is registered under them', async () => {
    await world.send('/categories', {
      [await row('A4', 'remove')]: '1',
      'row.new1.code': 'C1',
      'row.new1.name': 'Phóng viên',
      'row.new1.level': 'city',
    });
    const codes = (await world.stored()).categories.map(({ code }) => code);
    expect(codes).to.include('C1').and.not.to.include('A4');
    expect(await category('C1')).to.include({ level: 'city', hostOnly: false, onPayroll: true });
    expect((await category('C1'))?.rank).to.be.greaterThan(90);
  });

  it('stay while somebody is registered under them', async () => {
    const form = await world.form('/categories');
    const name = await row('B2', 'remove');
    await register(world.app.context, world.app.cast.actor('binh'), {
      clusterId: world.app.cast.cluster(2),
      rows: inventedRows(2),
    });
    expect((await world.an.get(`${world.base}/setup`)).text).not.to.contain(name);
    const answer = await world.send('/categories', { [name]: '1' }, form);
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.contain('Thành phần B2 đang có 2 lượt đăng ký nên không bỏ được.');
    expect(await category('B2')).to.include({ registered: 2 });
  });

  it('are refused with every problem beside its field, a new row keeps what was typed', async () => {
    const answer = await world.send('/categories', {
      [await row('B1', 'code')]: 'B2',
      [await row('B3', 'rank')]: 'đầu',
      'row.new1.code': 'C 1',
      'row.new1.name': 'Phóng viên',
    });
    expect(answer.status).to.equal(422);
    const words = wordsOf(answer.text);
    expect(words).to.contain('Mã “B2” đã dùng ở dòng khác.').and.to.contain('Mục này phải là một số nguyên.');
    expect(words).to.contain('"C 1" không phải là mã');
    expect(answer.text).to.contain('name="row.new1.code" value="C 1"').and.to.contain('>Phóng viên</textarea>');
    expect((await world.stored()).categories).to.have.length(12);
  });

  it('say who is on the payroll, ticked unless somebody says otherwise', async () => {
    const words = await world.words();
    expect(words).to.contain('Hưởng lương').and.not.to.contain('Có chi tiền');
    expect(words).to.contain('bỏ đánh dấu cho khách mời không hưởng lương.');
    expect(await world.form('/categories')).to.include({ [await row('B1', 'onPayroll')]: '1' });
  });

  it('cannot all be taken out, and the refusal says what is missing', async () => {
    const all = (await world.stored()).categories.map(({ id }) => [`row.${id}.remove`, '1']);
    const answer = await world.send('/categories', Object.fromEntries(all));
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.contain('Chưa có thành phần tham dự: vui lòng thêm ít nhất một thành phần.');
    expect((await world.stored()).categories).to.have.length(12);
  });

  it('do not differ in the case of their letters alone', async () => {
    const answer = await world.send('/categories', { 'row.new1.code': 'b1', 'row.new1.name': 'Phóng viên' });
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.contain('Mã “b1” đã dùng ở dòng khác.');
    expect((await world.stored()).categories).to.have.length(12);
  });

  it('may swap their codes, and the agenda follows', async () => {
    await world.send('/categories', { [await row('A3', 'code')]: 'A5', [await row('A5', 'code')]: 'A3' });
    const { agenda, categories } = await world.stored();
    expect(categories.find(({ code }) => code === 'A5')?.name).to.contain('Lãnh đạo Phòng');
    expect(agenda.map(({ from }) => from.join(' '))).to.include.members(['A5', 'A3']);
    expect(agenda[3]?.from).to.deep.equal(['A5']);
  });

  it('are not written over what somebody else has just saved', async () => {
    const mine = await world.form('/categories');
    await world.send('/categories', { 'row.new1.code': 'C1', 'row.new1.name': 'Phóng viên' });
    const answer = await world.send('/categories', { 'row.new1.code': 'C2', 'row.new1.name': 'Khách mời' }, mine);
    expect(answer.status).to.equal(409);
    expect(answer.text).to.contain('name="row.new1.code" value="C2"');
    // The other's row is there as stored, so that saving again writes both.
    expect(answer.text).to.contain('value="C1"');
    expect((await world.stored()).categories.map(({ code }) => code))
      .to.include('C1')
      .and.not.to.include('C2');
  });
});

describe('the agenda on the set-up page', () => {
  let world: SetUpWorld;
  beforeEach(async () => {
    world = await makeSetUpWorld();
  });
  afterEach(() => world.close());

  const row = async (index: number, field: string) => `row.${(await world.stored()).agenda[index]?.id}.${field}`;
  const titles = async () => (await world.stored()).agenda.map(({ title }) => title.split(' ').slice(0, 2).join(' '));

  it('takes a new item where its time belongs', async () => {
    const answer = await world.send('/agenda', {
      [await row(6, 'endsAt')]: '15:50',
      'row.new1.startsAt': '15h50',
      'row.new1.endsAt': '16:00',
      'row.new1.title': 'Thảo luận',
      'row.new1.owner': 'Đại biểu',
      'row.new1.from': 'tất cả',
    });
    expect(answer.status).to.equal(303);
    const { agenda } = await world.stored();
    expect(agenda[7]).to.deep.include({ startsAt: '15:50', endsAt: '16:00', title: 'Thảo luận', from: ['everyone'] });
    const row7 = '15:45 Chia sẻ kinh nghiệm về những sáng kiến cải cách hành …';
    expect((await world.audit())[0]).to.deep.include({
      action: 'agenda_changed',
      detail: {
        changes: [
          { kind: 'field', row: row7, field: 'endsAt', from: '16:00', to: '15:50' },
          { kind: 'added', row: '15:50 Thảo luận' },
        ],
      },
    });
  });

  it('is put in another order, and loses an item', async () => {
    await world.send('/agenda', { [await row(8, 'order')]: '1', [await row(5, 'remove')]: '1' });
    expect(await titles()).to.deep.equal([
      'Kết luận',
      'Đón tiếp',
      'Khai mạc',
      'Phát biểu',
      'Phân tích',
      'Chia sẻ',
      'Chia sẻ',
      'Tập huấn',
    ]);
  });

  it('reads where an owner is invited', async () => {
    await world.send('/agenda', { [await row(0, 'from')]: 'a3, b1; BTC', [await row(1, 'from')]: 'B2 B3' });
    const { agenda } = await world.stored();
    expect(agenda[0]?.from).to.deep.equal(['A3', 'B1', 'organiser']);
    expect(agenda[1]?.from).to.deep.equal(['B2', 'B3']);
  });

  it('keeps gaps, items without an owner and owners nobody invites, and shows them', async () => {
    const answer = await world.send('/agenda', {
      [await row(7, 'from')]: '',
      [await row(6, 'owner')]: '',
      [await row(1, 'startsAt')]: '14:02',
    });
    expect(answer.status).to.equal(303);
    const words = await world.words();
    expect(words).to.contain(
      'Chương trình, dòng 8: "Đại diện lãnh đạo Sở Thông tin và Truyền thông" không thuộc thành phần nào',
    );
    expect(words).to.contain('Chương trình, dòng 7: chưa ghi người thực hiện nội dung');
    expect(words).to.contain('Chương trình, dòng 2: để trống từ 14:00');
  });

  it('refuses times that are none and items that end before they start', async () => {
    const answer = await world.send('/agenda', {
      [await row(0, 'startsAt')]: 'sáng',
      [await row(2, 'endsAt')]: '13:00',
      'row.new1.title': 'Thảo luận',
    });
    expect(answer.status).to.equal(422);
    const words = wordsOf(answer.text);
    expect(words)
      .to.contain('“sáng” không phải là giờ')
      .and.to.contain('Giờ kết thúc 13:00 không sau giờ bắt đầu 14:05.');
    expect(words).to.contain('Mục này cần được ghi.');
    expect(answer.text).to.contain('value="sáng"').and.to.contain('>Thảo luận</textarea>');
    expect((await world.stored()).agenda).to.have.length(9);
  });

  it('is not written over what somebody else has just saved', async () => {
    const mine = await world.form('/agenda');
    await world.send('/agenda', { [await row(0, 'title')]: 'Đón đại biểu' });
    expect((await world.send('/agenda', {}, mine)).status).to.equal(409);
    expect((await world.stored()).agenda[0]?.title).to.equal('Đón đại biểu');
  });

  it('may become empty', async () => {
    const form = await world.form('/agenda');
    const all = Object.keys(form)
      .filter((name) => name.endsWith('.title'))
      .map((name) => name.replace(/title$/, 'remove'));
    expect((await world.send('/agenda', Object.fromEntries(all.map((name) => [name, '1'])))).status).to.equal(303);
    expect((await world.stored()).agenda).to.deep.equal([]);
  });
});
