/**
 * `node scripts/bench/read-workbook.ts`: a workbook of 10,000 delegates from its bytes to a plan, as the
 * built server does it. Bundles itself first, so that the reader's process is the built one too; `npm run build` before.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import writeExcelFile from 'write-excel-file/node';
import { readWorkbook } from '../../server/documents/read/read-workbook.ts';
import type { Category } from '../../server/domain/category.ts';
import { planRegistration } from '../../server/domain/list/registration-plan.ts';
import { readSheetTable } from '../../server/domain/sheet/read-sheet-table.ts';
import { root } from '../../server/root.ts';

const ROWS = 10_000;
const ROUNDS = 9;

const HEADING = ['STT', 'Ông/Bà', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Thành phần', 'Điện thoại', 'Email'];
const FAMILIES = ['Huỳnh', 'Võ', 'Phan', 'Trương', 'Bùi', 'Đặng', 'Đỗ', 'Ngô', 'Hồ', 'Thạch', 'Lý'];
const MIDDLES = ['Nhựt', 'Mỹ', 'Vĩnh', 'Kim', 'Thị', 'Văn', 'Hữu', 'Ngọc', 'Bảo', 'Minh', 'Thanh', 'Út', 'Gia'];
const GIVEN = ['Phước', 'Xuyến', 'Quyên', 'Thoại', 'Nhơn', 'Khởi', 'Ngoan', 'Ẩn', 'Lành', 'Tuấn', 'Sương', 'Đào'];

const invented = (row: number): string[] => [
  String(row + 1),
  row % 2 === 0 ? 'Ông' : 'Bà',
  [FAMILIES, MIDDLES, GIVEN].map((names) => names[row % names.length]).join(' '),
  `Chuyên viên tổ ${Math.floor(row / 1716)}`,
  `Phòng Nội vụ số ${row % 83}`,
  'B4',
  `0900000${String(row % 1000).padStart(3, '0')}`,
  `dai.bieu.${row}@example.gov.vn`,
];

const category: Category = { id: 'b4', code: 'B4', name: 'Công chức', level: 'district', hostOnly: false, rank: 70 };
const rules = { categories: [category], isHost: false, mayOverride: false, level: 'district' as const, known: [] };
const capacity = { max: 60, quota: 60, seatedInCluster: 0, seatedInUnit: 0, waitingInUnit: 0 };

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;

async function measure(): Promise<void> {
  const rows = [HEADING, ...Array.from({ length: ROWS }, (_, row) => invented(row))];
  const bytes = await writeExcelFile(rows.map((cells) => cells.map((value) => ({ value, type: String })))).toBuffer();
  const atFirst = process.memoryUsage.rss();
  const times: { read: number; table: number; plan: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    const reading = await readWorkbook(bytes, { fileName: 'ds.xlsx' });
    if (reading.kind === 'refused') throw new Error(`Refused: ${reading.code}`);
    const read = performance.now();
    const table = readSheetTable(reading.rows);
    const tabled = performance.now();
    const plan = planRegistration(table.rows, rules, capacity);
    if (plan.seated !== 60 || plan.problems > 0) throw new Error('The plan is not what it should be.');
    if (round > 0) times.push({ read: read - start, table: tabled - read, plan: performance.now() - tabled });
  }
  const of = (part: (time: (typeof times)[number]) => number) => median(times.map(part)).toFixed(0);
  console.log(`${ROWS} rows, ${(bytes.length / 1024).toFixed(0)} KB, medians of ${ROUNDS}:`);
  console.log(
    `  read ${of(({ read }) => read)} ms (in a process of its own), table ${of(({ table }) => table)} ms, plan ${of(({ plan }) => plan)} ms`,
  );
  console.log(`  all ${of(({ read, table, plan }) => read + table + plan)} ms`);
  console.log(
    `  memory of the server's process: +${((process.memoryUsage.rss() - atFirst) / 1024 / 1024).toFixed(0)} MB`,
  );
}

if (import.meta.url.endsWith('.ts')) {
  const { build } = await import('esbuild');
  const outfile = join(root, 'dist', 'bench', 'read-workbook.js');
  const options = { bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node22' } as const;
  await build({ ...options, entryPoints: [fileURLToPath(import.meta.url)], outfile, logLevel: 'warning' });
  process.exitCode = spawnSync(process.execPath, [outfile], { stdio: 'inherit' }).status ?? 1;
} else await measure();
