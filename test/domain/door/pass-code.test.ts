import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { invitationLink, qrText } from '../../../server/domain/letters/invitation-link.ts';
import {
  ALPHABET,
  readPairingCode,
  readPassCode,
  SHORT_CODE_LENGTH,
  showShortCode,
  TOKEN_LENGTH,
  toCode,
} from '../../../server/domain/door/pass-code.ts';

const TOKEN = '7KQ4XHPTCFGRLMNV3689CFG';
const SHORT = '7KQ4XHPT';

describe('the alphabet of codes', () => {
  it('has 20 different characters, all of them in the alphanumeric mode of a QR code', () => {
    expect(new Set(ALPHABET).size).to.equal(20);
    expect(ALPHABET).to.match(/^[A-Z0-9]+$/);
  });

  it('has no vowel and no Y, D, W: Vietnamese keyboard software makes nothing else of them', () => {
    expect(ALPHABET).not.to.match(/[AEIOUYDW]/);
  });

  it('has nothing that looks like something else: no 0, O, 1, I, S, 5, Z, 2, B', () => {
    expect(ALPHABET).not.to.match(/[0O1IS5Z2B]/);
  });

  it('makes tokens nobody guesses: 99 bits', () => {
    expect(Math.floor(TOKEN_LENGTH * Math.log2(20))).to.equal(99);
    expect(Math.floor(SHORT_CODE_LENGTH * Math.log2(20))).to.equal(34);
  });
});

describe('reading a code', () => {
  const token = { kind: 'token', code: TOKEN };
  const short = { kind: 'short', code: SHORT };
  const cases: [what: string, raw: string, expected: { kind: string; code: string }][] = [
    ['the QR text', `HTTPS://DONTIEP.EXAMPLE.GOV.VN/I/${TOKEN}`, token],
    ['the link of a letter', `https://dontiep.example.gov.vn/I/${TOKEN}`, token],
    ['a link in lower case', `https://dontiep.example.gov.vn/i/${TOKEN.toLowerCase()}`, token],
    ['a link with a slash at the end', `https://dontiep.example.gov.vn/I/${TOKEN}/`, token],
    ['a link that a mail program marked', `https://dontiep.example.gov.vn/I/${TOKEN}?utm_source=zalo#top`, token],
    ['a host that a keyboard garbled', `httpsӏ//đôntiêp.ễample.gôv.vn/Í/${TOKEN}`, token],
    ['a bare token', TOKEN, token],
    ['in lower case', TOKEN.toLowerCase(), token],
    ['with the line end of a scanner', `${TOKEN}\r\n`, token],
    ['with spaces', '7KQ4 XHPT CFGR LMNV 3689 CFG', token],
    ['with marks that a keyboard put on', `${TOKEN.slice(0, 4)}X\u0301${TOKEN.slice(5)}`, token],
    ['a short code', SHORT, short],
    ['as printed', '7KQ4 XHPT', short],
    ['as typed', ' 7kq4-xhpt ', short],
    ['with a no-break space', '7KQ4\u00a0XHPT', short],
  ];
  for (const [what, raw, expected] of cases) {
    it(`understands ${what}`, () => expect(readPassCode(raw)).to.deep.equal(expected));
  }

  const wrong: [what: string, raw: string][] = [
    ['nothing', ''],
    ['spaces', '   '],
    ['one character short', TOKEN.slice(1)],
    ['one character long', `${TOKEN}7`],
    ['a vowel in it', `A${TOKEN.slice(1)}`],
    ['a D in it', `D${SHORT.slice(1)}`],
    ['a 0 for an O', `0${SHORT.slice(1)}`],
    ['the token in the middle of a path', `https://dontiep.example.gov.vn/I/${TOKEN}/confirm`],
    ['the token only as a parameter', `https://example.gov.vn/?code=${TOKEN}`],
    ['a link that ends in something of eight characters', `https://example.gov.vn/${SHORT}`],
    ['a shop’s bar code', '8934563138165'],
    ['a bank’s QR code', '00020101021138540010A00000072701240006970436011'],
    ['digits of another script', '７KQ4XHPT'],
    ['a very long text', 'C'.repeat(5000)],
  ];
  for (const [what, raw] of wrong) {
    it(`refuses ${what}`, () => expect(readPassCode(raw)).to.equal(undefined));
  }

  it('accepts, of ten thousand texts, those in the alphabet and of the right length and no other', () => {
    const isCode = new RegExp(`^(?:[${ALPHABET}]{${TOKEN_LENGTH}}|[${ALPHABET}]{${SHORT_CODE_LENGTH}})$`, 'i');
    let accepted = 0;
    for (let index = 0; index < 10_000; index += 1) {
      // Base 36 has the alphabet's twenty characters and sixteen others; every second text has only the twenty.
      const digest = createHash('sha256').update(String(index)).digest();
      const letters = index % 2 === 0 ? toCode(digest, 40) : BigInt(`0x${digest.toString('hex')}`).toString(36);
      const raw = letters.slice(0, index % 31);
      const read = readPassCode(raw);
      if (read) accepted += 1;
      expect(read?.code).to.equal(isCode.test(raw) ? raw.toUpperCase() : undefined);
    }
    expect(accepted).to.be.greaterThan(100);
  });

  it('never fails on whatever a camera reads', () => {
    fc.assert(
      // Any 16-bit units, lone surrogates among them.
      fc.property(fc.uint16Array({ maxLength: 60 }), (units) => {
        readPassCode(String.fromCharCode(...units));
      }),
    );
  });

  it('reads back every code it makes, in any case', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(bytes, fc.boolean(), (mac, isLower) => {
        for (const length of [TOKEN_LENGTH, SHORT_CODE_LENGTH]) {
          const code = toCode(mac, length);
          expect(readPassCode(isLower ? code.toLowerCase() : code)?.code).to.equal(code);
        }
      }),
    );
  });
});

describe('writing a code', () => {
  const mac = (text: string) => createHash('sha256').update(text).digest();

  it('gives the same code for the same bytes and another for others', () => {
    expect(toCode(mac('a'), TOKEN_LENGTH)).to.equal(toCode(mac('a'), TOKEN_LENGTH));
    expect(toCode(mac('a'), TOKEN_LENGTH)).not.to.equal(toCode(mac('b'), TOKEN_LENGTH));
  });

  it('uses every character about equally', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 400; index += 1) {
      for (const character of toCode(mac(String(index)), TOKEN_LENGTH)) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    const expected = (400 * TOKEN_LENGTH) / 20;
    for (const character of ALPHABET) expect(counts.get(character)).to.be.within(expected * 0.8, expected * 1.2);
  });

  it('prints the short one in two groups', () => {
    expect(showShortCode(SHORT)).to.equal('7KQ4 XHPT');
  });

  it('puts it in a link, and in a QR text that is all capitals', () => {
    const read = readPassCode(TOKEN);
    if (!read) throw new Error('The token of this test is one.');
    expect(invitationLink('https://dontiep.example.gov.vn', read.code)).to.equal(
      `https://dontiep.example.gov.vn/I/${TOKEN}`,
    );
    expect(qrText('https://dontiep.example.gov.vn', read.code)).to.equal(`HTTPS://DONTIEP.EXAMPLE.GOV.VN/I/${TOKEN}`);
    expect(readPassCode(qrText('https://dontiep.example.gov.vn', read.code))?.code).to.equal(TOKEN);
  });
});

describe('reading a pairing code', () => {
  it('takes the link, the code, any case and spaces', () => {
    for (const raw of ['7KQ4XHPTCF', '7kq4x hptcf', 'https://dontiep.example.gov.vn/door/pair/7KQ4XHPTCF']) {
      expect(readPairingCode(raw, 10)).to.equal('7KQ4XHPTCF');
    }
  });

  it('refuses another length or another alphabet', () => {
    for (const raw of ['', '7KQ4XHPTC', '7KQ4XHPTCFF', '7KQ4XHPTCA'])
      expect(readPairingCode(raw, 10)).to.equal(undefined);
  });
});
