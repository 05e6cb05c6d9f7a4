import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openDb } from '../../db/open.ts';
import { root } from '../../server/root.ts';
import { planFile } from '../support/plan-files.ts';

type Answer = { code: number; out: string; err: string };

describe('npm run plan', function () {
  // Every case starts Node.js anew, which takes seconds on a busy machine.
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dontiep-plan-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What `npm run plan -- …` runs, with a data folder of its own. */
  function runPlan(args: string[], environment: Record<string, string> = {}): Promise<Answer> {
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(root, 'scripts', 'plan.ts'), ...args],
        { cwd: root, env: { PATH: process.env['PATH'], DATA_DIR: join(folder, 'data'), ...environment } },
        (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
      );
    });
  }

  function write(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  }

  async function countEvents(): Promise<number> {
    const db = await openDb({ file: join(folder, 'data', 'dontiep.sqlite'), now: () => '2023-03-01T00:00:00.000Z' });
    const events = await db.read.selectFrom('event').select('id').execute();
    await db.close();
    return events.length;
  }

  it('loads the corrected plan, says what it loaded, and refuses it the second time', async () => {
    const { code, out } = await runPlan([planFile('cchc-2023.corrected')]);
    expect(code).to.equal(0);
    expect(out).to.include('Cụm 2: Thứ Sáu, 07/4/2023, 13:30–17:00, Ủy ban nhân dân huyện Phong Điền');
    expect(out).to.include('Huyện Phong Điền (đăng cai) 17 + Quận Ô Môn 15 + Huyện Thới Lai 15 = 59 đại biểu');
    expect(out).to.include('Đơn vị: 2 cấp thành phố, 9 cấp huyện, 83 cấp xã');
    expect(out).to.include('Cluster 3: Tuesday, 11 April 2023');
    expect(await countEvents()).to.equal(1);

    const again = await runPlan([planFile('cchc-2023.corrected')]);
    expect([again.code, again.out]).to.deep.equal([1, '']);
    expect(again.err).to.include('Sự kiện có mã "cchc-2023" đã có trong hệ thống');
    expect(await countEvents()).to.equal(1);
  });

  it('refuses the plan as written and names both wrong years, Vietnamese first', async () => {
    const { code, out, err } = await runPlan([planFile('cchc-2023')]);
    expect([code, out]).to.deep.equal([1, '']);
    const lines = err.split('\n');
    expect(lines[0]).to.equal(
      'Kế hoạch chưa được nạp: 2 lỗi phải sửa, 1 điểm cần lưu ý. Chưa ghi gì vào cơ sở dữ liệu.',
    );
    expect(lines).to.include(
      'Lỗi  clusters[1].date: Cụm 2 ngày 07/4/2022 không khớp năm kế hoạch 2023; có thể là 07/4/2023 (Thứ Sáu).',
    );
    expect(lines).to.include(
      'Lỗi  clusters[2].date: Cụm 3 ngày 11/4/2022 không khớp năm kế hoạch 2023; có thể là 11/4/2023 (Thứ Ba).',
    );
    expect(await countEvents()).to.equal(0);
  });

  it('finds a relative file from where the person stands', async () => {
    write('sai.json', '{}');
    const { code, err } = await runPlan(['sai.json'], { INIT_CWD: folder });
    expect(code).to.equal(1);
    expect(err).to.include('event: thiếu mục này.');
  });

  const refusals: { name: string; args: () => string[]; sentence: string }[] = [
    {
      name: 'text that is not JSON, with line and column',
      args: () => [write('hong.json', '{\n  "event": {\n    "year": 2023,\n  }\n}\n')],
      sentence: 'Tệp không phải là JSON hợp lệ: sai ở dòng 4, cột 3, chỗ "}".',
    },
    { name: 'no file named', args: () => [], sentence: 'Hãy nêu tệp kế hoạch: npm run plan -- TỆP.json' },
    { name: 'a file that is not there', args: () => ['khong-co.json'], sentence: 'Không đọc được tệp khong-co.json.' },
    { name: 'a folder', args: () => [folder], sentence: 'Không đọc được tệp' },
  ];
  for (const { name, args, sentence } of refusals) {
    it(`refuses ${name}, in one sentence without a trace`, async () => {
      const { code, out, err } = await runPlan(args());
      expect([code, out]).to.deep.equal([1, '']);
      expect(err).to.include(sentence);
      expect(err).not.to.include('    at ');
    });
  }

  it('names wrong settings', async () => {
    const { code, err } = await runPlan([planFile('cchc-2023.corrected')], { PORT: 'ba nghìn' });
    expect(code).to.equal(1);
    expect(err).to.include('PORT must be a number');
  });
});
