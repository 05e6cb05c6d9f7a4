import { expect } from 'chai';
import { visibleCrop } from '../../../public/src/scanner/visible-crop.ts';

describe('scanner: the part of a frame that is decoded', () => {
  it('is the middle that a tall screen shows of a wide frame', () => {
    expect(visibleCrop({ width: 1280, height: 720 }, { width: 390, height: 520 })).to.deep.equal({
      x: 370,
      y: 0,
      width: 540,
      height: 720,
      out: { width: 540, height: 720 },
    });
  });

  it('is scaled down to 960 pixels', () => {
    const { width, out } = visibleCrop({ width: 1920, height: 1080 }, { width: 1600, height: 900 });
    expect(width).to.equal(1920);
    expect(out).to.deep.equal({ width: 960, height: 540 });
  });

  it('is never scaled up', () => {
    expect(visibleCrop({ width: 640, height: 480 }, { width: 640, height: 480 }).out).to.deep.equal({
      width: 640,
      height: 480,
    });
  });

  it('is the whole frame while the picture has no size yet', () => {
    const crop = visibleCrop({ width: 640, height: 480 }, { width: 0, height: 0 });
    expect(crop).to.deep.include({ x: 0, y: 0, width: 640, height: 480 });
  });
});
