import { expect } from 'chai';
import fc from 'fast-check';
import QRCode from 'qrcode';
import { qrPng, qrSvgDataUri, qrSymbol } from '../../server/documents/qr.ts';
import { ALPHABET, TOKEN_LENGTH } from '../../server/domain/pass-code.ts';
import { readQrPng, readQrSvg } from '../support/qr.ts';

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
