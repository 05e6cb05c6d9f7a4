import { expect } from 'chai';
import fc from 'fast-check';
import QRCode from 'qrcode';
import { qrPng, qrSvgDataUri, qrSymbol } from '../../server/documents/qr.ts';
import { ALPHABET, TOKEN_LENGTH } from '../../server/domain/door/pass-code.ts';
import { type Camera, readQrPng, readQrSvg } from '../support/qr.ts';

const TOKEN = `${ALPHABET.slice(0, 20)}CFG`;
const TEXT = `HTTPS://DONTIEP.EXAMPLE.GOV.VN/I/${TOKEN}`;

describe('the QR code', () => {
  it('is readable as a PNG and as an SVG', () => {
    expect(readQrPng(qrPng(TEXT))).to.equal(TEXT);
    expect(readQrSvg(qrSvgDataUri(TEXT))).to.equal(TEXT);
  });

  it('is readable whatever the token', () => {
    const token = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: TOKEN_LENGTH, maxLength: TOKEN_LENGTH });
    fc.assert(
      fc.property(token, (code) => readQrPng(qrPng(`HTTPS://EV.EXAMPLE.GOV.VN/I/${code}`)).endsWith(code)),
      { numRuns: 30 },
    );
  });

  // As somebody holds it out at the door: what is lost stays within what level M restores (ISO/IEC 18004, 15 %).
  const grain = (x: number, y: number) => (Math.round(x * 7) * 31 + Math.round(y * 7) * 17) % 23;
  const crack: Camera = ({ x, y, isWhite }) => (Math.abs(x * 0.4 + 16 - y) < 0.7 ? 255 : isWhite ? 255 : 0);
  const held: [what: string, scale: number, seen: Camera | undefined][] = [
    ['printed 20 mm wide and filmed from afar: two points a module', 2, undefined],
    [
      'photographed off a screen: pale, darker to one side, grainy',
      6,
      ({ x, y, isWhite }) => (isWhite ? 205 : 90) - x + grain(x, y),
    ],
    ['on a phone with a crack across the display', 6, crack],
  ];
  for (const [what, scale, seen] of held) {
    it(`is readable ${what}`, () => {
      expect(readQrSvg(qrSvgDataUri(TEXT), { scale, ...(seen && { seen }) })).to.equal(TEXT);
    });
  }

  it('control: with half of it gone it is not', () => {
    const half: Camera = ({ y, isWhite }) => (y > 20 || isWhite ? 255 : 0);
    expect(() => readQrSvg(qrSvgDataUri(TEXT), { seen: half })).to.throw();
  });

  it('takes the lowest version at level M, then the highest level that stays there', () => {
    for (const text of ['HTTPS://EV.EXAMPLE.ORG/I/'.concat(TOKEN), TEXT, TEXT.toLowerCase(), TOKEN, 'x'.repeat(300)]) {
      const symbol = qrSymbol(text);
      expect(symbol.version).to.equal(QRCode.create(text, { errorCorrectionLevel: 'M' }).version);
      const higher = ({ M: ['Q', 'H'], Q: ['H'], H: [] } as const)[symbol.level];
      for (const level of higher) {
        expect(QRCode.create(text, { errorCorrectionLevel: level }).version).to.be.above(symbol.version);
      }
    }
  });

  it('needs fewer modules in upper case than in lower case', () => {
    expect(qrSymbol(TEXT).version).to.be.below(qrSymbol(TEXT.toLowerCase()).version);
  });

  it('is a PNG of less than a kilobyte with a white quiet zone of four modules', () => {
    const png = qrPng(TEXT);
    expect(png.length).to.be.below(1024);
    expect(png.readUInt32BE(16)).to.equal((qrSymbol(TEXT).size + 8) * 8);
  });

  it('puts nothing into the SVG that an attribute could not hold', () => {
    expect(qrSvgDataUri(TEXT)).to.match(/^data:image\/svg\+xml,[\w%.!~*'()-]+$/);
  });
});
