import { expect } from 'chai';
import { pageText } from './page-text.ts';

describe('a page as text', () => {
  it('is the same however the template is laid out', () => {
    const tight =
      '<ul><li class="a b"><svg><use href="/build/icons-ABCD1234.svg#x"/></svg>Một <b>hai</b>, ba</li></ul>';
    const wide = `<ul>
      <li
        class="a
          b"
      >
        <svg><use href="/build/icons-EFGH5678.svg#x" /></svg>
        Một   <b>hai</b>, ba
      </li>
    </ul>`;
    expect(pageText(wide)).to.equal(pageText(tight));
    expect(pageText(tight).split('\n')).to.deep.equal([
      '<ul>',
      '<li class="a b">',
      '<svg>',
      '<use href="/build/icons.svg#x"/>',
      '</svg>',
      'Một',
      '␣',
      '<b>',
      'hai',
      '</b>',
      ', ba',
      '</li>',
      '</ul>',
    ]);
  });

  it('tells a lost space, a new one before a comma, and what is typed in a field of many lines', () => {
    expect(pageText('<b>a</b> b')).not.to.equal(pageText('<b>a</b>b'));
    expect(pageText('<b>a</b> <i>b</i>')).not.to.equal(pageText('<b>a</b><i>b</i>'));
    expect(pageText('<b>a</b> , b')).not.to.equal(pageText('<b>a</b>, b'));
    expect(pageText('<textarea>a  b</textarea>')).not.to.equal(pageText('<textarea>a b</textarea>'));
  });
});
