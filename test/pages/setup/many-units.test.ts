import { expect } from 'chai';
import { wordsOf } from '../../support/app.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('many units pasted at once', () => {
  let world: SetUpWorld;
  let before: number;
  beforeEach(async () => {
    world = await makeSetUpWorld();
    before = (await world.stored()).units.length;
  });
  afterEach(() => world.close());

  const paste = async (names: string, more: Record<string, string> = {}) =>
    await world.send('/units/many', { names, 'many.parent': world.app.cast.unit('916'), ...more });
  const added = async () => (await world.stored()).units.filter(({ code }) => /^(phuong|xa)-/.test(code));

  it('are added one for each line, with one level and parent, and codes of their own', async () => {
    const answer = await paste('Phường Một\r\n\r\n  Phường  Hai \nPhường Mốt\n');
    expect(answer.status).to.equal(303);
    expect((await added()).map(({ code, name, level, parentId }) => [code, name, level, parentId])).to.deep.equal([
      ['phuong-mot', 'Phường Một', 'commune', world.app.cast.unit('916')],
      ['phuong-hai', 'Phường Hai', 'commune', world.app.cast.unit('916')],
      ['phuong-mot-2', 'Phường Mốt', 'commune', world.app.cast.unit('916')],
    ]);
    expect(wordsOf((await world.an.get(answer.location ?? '')).text)).to.contain('Đã thêm 3 đơn vị.');
    expect((await world.audit()).map(({ action }) => action)).to.deep.equal(['unit_added', 'unit_added', 'unit_added']);
  });

  it('may be as many as a city has communes', async () => {
    const names = Array.from({ length: 168 }, (_, index) => `Xã Thử Nghiệm Dài Dòng Số ${index + 1}`);
    expect((await paste(names.join('\n'))).status).to.equal(303);
    expect(await added()).to.have.length(168);
  });

  it('are judged line by line, all problems at once, and nothing is saved until they are fixed', async () => {
    const names = ['Phường Mới', 'phường An Bình', '', 'Phường mới', 'Phường A\t12.000', 'x'.repeat(301)].join('\n');
    await world.send('/units', { 'unit.name': 'Phường An Bình', 'unit.parent': world.app.cast.unit('916') });
    const { length } = (await world.stored()).units;
    const answer = await paste(names);
    expect(answer.status).to.equal(422);
    const words = wordsOf(answer.text);
    for (const sentence of [
      '4 dòng cần sửa; chưa ghi đơn vị nào:',
      'Dòng 2: Đã có đơn vị Phường An Bình ở cấp này.',
      'Dòng 4: Phường Mới đã ghi ở dòng 1.',
      'Dòng 5: Dòng có nhiều cột; vui lòng chỉ để lại tên đơn vị.',
      'Dòng 6: Tên đơn vị dài quá 300 ký tự.',
    ]) {
      expect(words).to.contain(sentence);
    }
    expect(words).to.contain('Còn 4 nội dung cần xem lại').and.not.to.contain('Dòng 1:').and.not.to.contain('Dòng 3:');
    expect((await world.stored()).units).to.have.length(length);
    expect(answer.text).to.contain('Phường A\t12.000').and.to.contain('href="#many-units-line-5"');
    expect(answer.text).to.match(
      /<textarea[^>]*aria-describedby="many-units-names-hint many-units-lines"[^>]*aria-invalid/,
    );
  });

  it('are put right and sent again from the page that came back', async () => {
    await paste('Phường Mới\nPhường Mới');
    expect((await paste('Phường Mới\nPhường Mới nữa')).status).to.equal(303);
    expect(await added()).to.have.length(2);
  });

  it('sent twice are there once', async () => {
    const answers = await Promise.all([paste('Phường Một\nPhường Hai'), paste('Phường Một\nPhường Hai')]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 422]);
    expect(await added()).to.have.length(2);
  });

  for (const [what, names, more, sentence] of [
    ['nothing', ' \n\t\n', {}, 'Vui lòng ghi ít nhất một tên đơn vị.'],
    ['a parent of no higher level', 'Phường Một', { 'many.level': 'city' }, 'không ở cấp cao hơn'],
    ['a parent that is gone', 'Phường Một', { 'many.parent': 'khong-co' }, 'Vui lòng chọn đơn vị cấp trên'],
    ['more than 300 lines', 'Xã\n'.repeat(301), {}, 'Có 301 dòng; mỗi lần thêm được nhiều nhất 300 đơn vị.'],
  ] as const) {
    it(`are refused with ${what}`, async () => {
      const answer = await paste(names, more);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain(sentence);
      expect((await world.stored()).units).to.have.length(before);
    });
  }
});
