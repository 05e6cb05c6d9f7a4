import { expect } from 'chai';
import { findPeople } from '../../../db/people/people-search.ts';
import { scopeOf } from '../../../server/domain/account.ts';
import { readPersonQuery } from '../../../server/domain/people/person-query.ts';
import { addEvent } from '../overview/second-event.ts';
import { wordsOf } from '../../support/app.ts';
import { cellsOf, inventedRow, register } from '../../support/cast.ts';
import { makePeopleWorld, type PeopleWorld, registrationIn } from '../../support/people-world.ts';

const named = (number: number, fullName: string, position = 'Chuyên viên', more = {}) =>
  inventedRow(number, { fullName, position, category: 'B4', ...more });

const rows = [
  named(1, 'Lê Thị Đào'),
  named(2, 'Bùi Ẩn', 'Trưởng phòng Tư pháp'),
  named(3, 'Ðặng Dương', 'Phó Trưởng phòng', { workplace: 'Phòng Tài chính - Kế hoạch' }),
  named(4, 'Võ An'),
  named(5, 'Phan Dung', 'Chuyên viên', { phone: '0900 000 055' }),
  named(6, 'H’Hen Niê', 'Trưởng ban/Phó ban'),
];

describe('looking people up', () => {
  let world: PeopleWorld;
  before(async () => {
    world = await makePeopleWorld(rows);
  });
  after(() => world.close());

  const search = async (typed: string, who = world.binh) =>
    (await who.get(`/search?q=${encodeURIComponent(typed)}`)).text;
  const found = (html: string) =>
    [...html.matchAll(/<td class="name"><b><a href="[^"]*">([^<]*)<\/a>/g)].map(([, name = '']) =>
      wordsOf(name).replace(/^(Ông|Bà) /, ''),
    );
  const names = async (typed: string) => found(await search(typed));

  const cases: [what: string, typed: string, expected: string[]][] = [
    ['without marks', 'dao', ['Lê Thị Đào']],
    ['with marks', 'Đào', ['Lê Thị Đào']],
    ['with the slip Ð for Đ, in what is typed and in what was stored', 'Ðang', ['Đặng Dương']],
    ['ð likewise', 'ðặng', ['Đặng Dương']],
    ['decomposed, as a Mac sends it', 'Đặng'.normalize('NFD'), ['Đặng Dương']],
    ['several words in any order', 'thi le', ['Lê Thị Đào']],
    ['only the beginnings of words', 'ao', []],
    ['by position', 'tu phap', ['Bùi Ẩn']],
    ['by workplace', 'tai chinh', ['Đặng Dương']],
    ['by name and position together', 'dang pho', ['Đặng Dương']],
    ['words on both sides of a stroke', 'pho ban', ['H’Hen Niê']],
    ['by the phone, whole', '0900 000 055', ['Phan Dung']],
    ['by the phone as abroad', '+84 900 000 055', ['Phan Dung']],
    ['by its last digits', '055', ['Phan Dung']],
    ['a percent sign is a percent sign', '%%', []],
    ['an underscore is an underscore', '__', []],
    ['a backslash is a backslash', '\\\\', []],
    ['a quote is a quote', "' or 1=1 --", []],
    ['nobody', 'khong co ai', []],
  ];
  for (const [what, typed, expected] of cases) {
    it(`${what}: ${typed.trim()}`, async () => expect(await names(typed)).to.deep.equal(expected));
  }

  it('by unit gives everybody of it, sorted by given name as Vietnamese reads it', async () => {
    expect(await names('thoi lai')).to.deep.equal([
      'Võ An',
      'Bùi Ẩn',
      'Phan Dung',
      'Đặng Dương',
      'Lê Thị Đào',
      'H’Hen Niê',
    ]);
  });

  it('needs two signs, or one letter', async () => {
    expect(wordsOf(await search('%'))).to.include('Vui lòng gõ ít nhất 2 ký tự.');
    expect(wordsOf(await search('  '))).not.to.include('Vui lòng gõ');
    expect(found(await search('5'))).to.deep.equal([]);
  });

  describe('puts names before posts and workplaces', () => {
    before(async () => {
      const { context, cast } = world.app;
      await register(context, cast.actor('cuc'), {
        clusterId: world.clusterId,
        rows: [
          named(70, 'Lê Bảo', 'Trưởng phòng', { workplace: 'Phòng Quản lý đô thị', honorific: 'Ông' }),
          named(71, 'Phan Văn Đông'),
          named(72, 'Nguyễn Văn Đô'),
          named(73, 'Đỗ Xuân'),
          named(74, 'Đỗ Ánh', 'Chuyên viên', { honorific: 'Bà' }),
          named(75, 'Trần Ý'),
          named(76, 'Trần Yến'),
          { ...named(77, 'Ông Cao Đạt'), keepsName: true },
        ],
      });
    });
    const ofCuc = async (typed: string) => found(await search(typed, world.cuc));

    it('whole words first, with the marks as typed, then by given name', async () => {
      expect(await ofCuc('Đỗ')).to.deep.equal(['Đỗ Ánh', 'Đỗ Xuân', 'Nguyễn Văn Đô', 'Phan Văn Đông', 'Lê Bảo']);
      expect(await ofCuc('do')).to.deep.equal(['Đỗ Ánh', 'Nguyễn Văn Đô', 'Đỗ Xuân', 'Phan Văn Đông', 'Lê Bảo']);
    });

    it('somebody as the lists show them: Ông, Bà, Đ/c are put aside, and a family name Ông is found', async () => {
      for (const typed of ['Ông Lê Bảo', 'ong le bao', 'Đ/c Bảo']) expect(await ofCuc(typed)).to.deep.equal(['Lê Bảo']);
      expect(await ofCuc('Bà Đỗ Ánh')).to.deep.equal(['Đỗ Ánh']);
      for (const typed of ['Ông Cao Đạt', 'Ông', 'cao dat', 'Ông Ông Cao Đạt'])
        expect((await search(typed, world.cuc)).match(/Ông Cao Đạt<\/a>/g), typed).to.have.length(1);
    });

    it('one letter is a whole name', async () => {
      for (const typed of ['ý', 'Y', 'Ông Ý']) expect(await ofCuc(typed)).to.deep.equal(['Trần Ý']);
      expect(await ofCuc('trần ý')).to.deep.equal(['Trần Ý', 'Trần Yến']);
      expect(await ofCuc('b')).to.deep.equal([]);
    });

    it('and keeps them when there are more hits than are shown', async () => {
      const { read } = world.app.context.db;
      const query = readPersonQuery('do');
      if (!query) throw new Error('Too little.');
      const scope = scopeOf(world.app.cast.actor('cuc'));
      const kept = await findPeople(read, scope, { query, most: 4 });
      expect(kept.map(({ fullName }) => fullName)).to.have.members([
        'Đỗ Ánh',
        'Đỗ Xuân',
        'Nguyễn Văn Đô',
        'Phan Văn Đông',
      ]);
    });
  });

  it('names year and event once the people found are of several', async () => {
    const { cast, context } = world.app;
    const title = 'Hội nghị tổng kết';
    const day = { starts: '2024-04-03T06:30:00.000Z', ends: '2024-04-03T10:00:00.000Z' };
    const other = await addEvent(world.app, { code: 'tong-ket-2024', title, ...day });
    const words = async () => wordsOf(await search('dung', world.binh));
    expect(await words())
      .to.include('Cụm 2 · 07/4 Có chỗ')
      .and.not.include('Cụm 2 · 07/4/2023');
    await register(context, cast.actor('an'), {
      clusterId: other.cluster(2),
      unitId: cast.unit('927'),
      rows: [named(5, 'Phan Dung')],
    });
    expect(await words())
      .to.include(`Cụm 2 · 03/4/2024 Có chỗ ${title}`)
      .and.include('Cụm 2 · 07/4/2023 Có chỗ Tọa đàm chia sẻ kinh nghiệm');
  });

  it('says it kindly when nobody was found, and repeats what was typed as text', async () => {
    const html = await search('<b>ai</b> đó');
    expect(html).not.to.include('<b>ai</b> đó');
    expect(wordsOf(html)).to.include('Không có đại biểu nào khớp với “<b>ai</b> đó”.');
  });

  it('leads to the page of the person', async () => {
    expect(await search('dao')).to.include(`href="/registrations/${world.ids[0]}"`);
  });

  it('never finds anybody by a code', async () => {
    const codes = [...(await world.invite()).values()];
    expect(codes).not.to.have.length(0);
    for (const { token, shortCode } of codes) {
      expect(await names(shortCode)).to.deep.equal([]);
      expect(await names(token)).to.deep.equal([]);
    }
  });

  it('shows a guest of the city once, with every cluster', async () => {
    const { context, cast } = world.app;
    const [id = ''] = await register(context, cast.actor('an'), {
      clusterId: world.clusterId,
      rows: [named(60, 'Châu Út', 'Giám đốc Sở', { category: 'A1', workplace: 'Sở Y tế' })],
    });
    registrationIn((await world.an.post(`/registrations/${id}/clusters`, { cluster: cast.cluster(1) })).location);
    const html = await search('chau ut', world.an);
    expect(found(html)).to.deep.equal(['Châu Út']);
    expect(wordsOf(html)).to.include('Cụm 1 · 05/4 Có chỗ').and.include('Cụm 2 · 07/4 Có chỗ');
  });

  it('shows one’s own people only; the organiser sees everybody', async () => {
    const { context, cast } = world.app;
    await register(context, cast.actor('cuc'), { clusterId: world.clusterId, rows: [named(61, 'Dương Đào')] });
    expect(found(await search('dao', world.cuc))).to.deep.equal(['Dương Đào']);
    expect(found(await search('dao', world.binh))).to.deep.equal(['Lê Thị Đào']);
    expect(found(await search('dao', world.an))).to.deep.equal(['Dương Đào', 'Lê Thị Đào']);
  });

  it('finds who was withdrawn or replaced, and says so', async () => {
    await world.binh.post(`/registrations/${world.ids[3]}/withdraw`, { reason: 'bận' });
    expect(wordsOf(await search('vo an')))
      .to.include('Võ An')
      .and.include('Đã rút');
  });

  it('changed details are found at once', async () => {
    const form = cellsOf(named(5, 'Phan Dung', 'Chánh Thanh tra'));
    await world.binh.post(`/registrations/${world.ids[4]}/correct`, form);
    expect(await names('thanh tra')).to.deep.equal(['Phan Dung']);
  });

  it('stands in the bar of whoever may, and not in the accountant’s', async () => {
    const em = await world.app.as('em');
    expect((await world.binh.get('/')).text).to.include('action="/search"');
    expect((await em.get('/')).text).not.to.include('/search');
    expect((await em.get('/search?q=dao')).status).to.equal(403);
    expect((await world.app.visitor().get('/search?q=dao')).location).to.match(/^\/login/);
  });

  it('takes odd addresses without complaint', async () => {
    for (const query of ['', '?q=', '?q=a&q=b', '?q[]=x', `?q=${'dao '.repeat(500)}`]) {
      expect((await world.binh.get(`/search${query}`)).status).to.equal(200);
    }
  });
});
