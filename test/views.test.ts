/** Views read only what their page passed. Every page of these tests is drawn under this rule: see support/strict-views. */
import { expect } from 'chai';
import { optionalIn, strict } from './support/strict-views.ts';

const nothing = optionalIn('<p></p>');

describe('a view under test', () => {
  it('reads what the page passed, an undefined value too', () => {
    const it = strict({ name: 'Bình', note: undefined, rows: [{ cells: ['a'] }] }, 'x.ejs', nothing);
    expect([it.name, it.note, it.rows[0]?.cells[0], it.rows.length]).to.deep.equal(['Bình', undefined, 'a', 1]);
  });

  it('control: throws on a key that was not passed, also deep in a row', () => {
    const it: Record<string, unknown> & { rows: Record<string, unknown>[] } = strict({ rows: [{}] }, 'x.ejs', nothing);
    expect(() => it['nmae']).to.throw('x.ejs.nmae was not passed');
    expect(() => it.rows[0]?.['href']).to.throw('x.ejs.rows.0.href was not passed');
  });

  it('may leave out what its opening comment says', () => {
    const optional = optionalIn('<%# A field: { name, hint? } and problems[] by field. %>\n<p></p>');
    const it: { hint?: string; name?: string; problems: Record<string, string> } = strict(
      { problems: {} },
      'x.ejs',
      optional,
    );
    expect([it.hint, it.problems['phone']]).to.deep.equal([undefined, undefined]);
    expect(() => it.name).to.throw('x.ejs.name was not passed');
  });

  it('hands functions and dates on as they are', () => {
    const it = strict({ t: { title: (name: string) => `Cụm ${name}` } }, 'x.ejs', nothing);
    expect(it.t.title('2')).to.equal('Cụm 2');
  });
});
