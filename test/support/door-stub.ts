/**
 * A server that keeps the door's contract and nothing else: for tests of the scanner alone. It can play dead, answer
 * like a captive portal, or refuse the phone. Verdicts come from the real rule, at 13:42 on the day of Cluster 1.
 */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import type { Language } from '../../server/domain/words/document-date.ts';
import { reportedScan } from '../../server/domain/door/reported-scan.ts';
import { type ReportedScan, scanText } from '../../server/domain/door/scan.ts';
import { type DoorCluster, decideVerdict, type Pass } from '../../server/domain/door/verdict.ts';
import { asset, icon } from '../../server/http/page/assets.ts';
import { renderView } from '../../server/http/page/page.ts';
import { securityHeaders } from '../../server/http/security-headers.ts';
import { wordsIn } from '../../server/i18n/catalogue.ts';
import { root } from '../../server/root.ts';

export type Mood = 'answering' | 'portal' | 'broken' | 'hanging' | 'unpaired' | 'refusing';

export type DoorStub = {
  url: string;
  mood: Mood;
  /** Scans as they arrived, repeats included. */
  received: ReportedScan[];
  /** Scans that the stub has acknowledged, by id. */
  stored: Map<string, string>;
  close: () => Promise<void>;
};

export const PAIRING_CODE = 'GHEP-7KQ4';

const vinhThanh: DoorCluster = {
  id: '0187a000-0000-7000-8000-000000000001',
  number: 1,
  venue: 'UBND huyện Vĩnh Thạnh',
  zone: 'Asia/Ho_Chi_Minh',
  startsAt: '2023-04-05T06:30:00.000Z',
  doorOpensAt: '2023-04-05T06:00:00.000Z',
  lateFrom: '2023-04-05T07:00:00.000Z',
  doorClosesAt: '2023-04-05T10:00:00.000Z',
};
const phongDien: DoorCluster = {
  ...vinhThanh,
  id: '0187a000-0000-7000-8000-000000000002',
  number: 2,
  venue: 'UBND huyện Phong Điền',
  startsAt: '2023-04-07T06:30:00.000Z',
};
const NOON_42 = '2023-04-05T06:42:00.000Z';

type Guest = { token: string; pass: Pass; door?: DoorCluster; at?: string };

const guest = (
  letter: string,
  [honorific, fullName, position, workplace, unitName]: [string, string, string, string, string],
  more: Partial<Pass> & { door?: DoorCluster; at?: string } = {},
): Guest => {
  const { door, at, ...pass } = more;
  return {
    token: letter.repeat(23),
    pass: {
      registrationId: `0187a000-0000-7000-8000-0000000001${letter.charCodeAt(0).toString(16)}`,
      cluster: vinhThanh,
      seat: 'seated',
      person: { honorific, fullName, position, workplace, unitName },
      ...pass,
    },
    ...(door && { door }),
    ...(at && { at }),
  };
};

/** One guest for every verdict; `unknown` is anybody else. */
export const guests = {
  admitted: guest('C', ['Ông', 'Bùi Nhựt Thoại', 'Chủ tịch', 'UBND xã Thạnh Mỹ', 'Huyện Vĩnh Thạnh']),
  late: guest('F', ['Bà', 'Trần Thị Ý', 'Phó Chủ tịch', 'UBND xã Thạnh Lợi', 'Huyện Vĩnh Thạnh'], {
    at: '2023-04-05T07:09:00.000Z',
  }),
  already_admitted: guest('G', ['Bà', 'Sơn Thị Út', 'Trưởng phòng Nội vụ', 'UBND quận Thốt Nốt', 'Quận Thốt Nốt'], {
    admitted: { at: '2023-04-05T06:31:00.000Z', gate: 'Cửa phụ' },
  }),
  wrong_cluster: guest(
    'H',
    ['Bà', 'Huỳnh Thị Mỹ Quyên', 'Chánh Văn phòng', 'HĐND và UBND huyện Thới Lai', 'Huyện Thới Lai'],
    { cluster: phongDien },
  ),
  revoked: guest('K', ['Ông', 'Ngô Ẩn', 'Trưởng phòng', 'Phòng Kinh tế quận Thốt Nốt', 'Quận Thốt Nốt'], {
    revoked: { at: '2023-04-03T02:15:00.000Z', why: 'substituted' },
  }),
  waiting: guest('L', ['Ông', 'Châu Nhơn Phước', 'Phó Trưởng phòng Nội vụ', 'UBND huyện Cờ Đỏ', 'Huyện Cờ Đỏ'], {
    seat: 'waiting',
  }),
  not_today: guest('M', ['Ông', 'Lâm Khởi', 'Phó Trưởng phòng', 'Phòng Kinh tế quận Thốt Nốt', 'Quận Thốt Nốt'], {
    at: '2023-04-04T06:42:00.000Z',
  }),
  closed: guest('N', ['Ông', 'Ngô Nhựt Khởi', 'Trưởng phòng', 'Phòng Kinh tế và Hạ tầng huyện Cờ Đỏ', 'Huyện Cờ Đỏ'], {
    door: { ...vinhThanh, closedAt: '2023-04-05T06:40:00.000Z' },
  }),
};

export const qrText = (token: string): string => `HTTPS://MOI.EXAMPLE.GOV.VN/I/${token}`;

export async function startDoorStub({
  decoder = 'whole',
  language = 'vi',
}: {
  decoder?: 'whole' | 'missing';
  language?: Language;
} = {}): Promise<DoorStub> {
  const app = express();
  const admitted = new Map<string, { at: string; gate: string }>();
  const answers = new Map<string, { digest: string; answer: object }>();
  const stub: DoorStub = {
    url: '',
    mood: 'answering',
    received: [],
    stored: new Map(),
    close: async () => {},
  };
  let pairings = 0;
  const present = () => 49 + admitted.size;
  const model = {
    t: wordsIn(language),
    language,
    hasLargeText: false,
    title: wordsIn(language).door.scanner.title,
    icon,
    asset: (name: string) => (decoder === 'missing' && name.endsWith('.wasm') ? '/missing.wasm' : asset(name)),
  };

  app.use(securityHeaders({ isHttps: false }));
  app.use('/build', express.static(join(root, 'public', 'build')));
  app.get('/door', async (_req, res) => {
    res.type('html').send(await renderView('door/door', model));
  });
  app.get('/door/pair/:code', async (req, res) => {
    res.type('html').send(await renderView('door/pair', { ...model, code: req.params.code }));
  });
  app.use('/api', express.json(), (req, res, next) => {
    if (stub.mood === 'portal') {
      res.type('html').send('<!doctype html><title>Wi-Fi</title><p>Chào mừng, vui lòng đăng nhập Wi-Fi</p>');
    } else if (stub.mood === 'broken') {
      res.status(502).type('html').send('<h1>Bad Gateway</h1>');
    } else if (stub.mood === 'hanging') {
      return; // as captive Wi-Fi does: no answer, no end
    } else if (stub.mood === 'unpaired' && req.path !== '/v1/door/pair') {
      res.status(401).json({ error: { code: 'device_unauthorised', message: 'Máy này đã bị thu hồi.' } });
    } else next();
  });
  app.post('/api/v1/door/pair', (req, res) => {
    if (req.body.code !== PAIRING_CODE) {
      res.status(400).json({ error: { code: 'pairing_invalid', message: wordsIn('vi').errors.pairing_invalid } });
      return;
    }
    pairings += 1;
    res.json({
      credential: 'credential-of-the-main-door',
      device: { id: `0187a000-0000-7000-8000-0000000000d${pairings}`, gate: 'Cửa chính' },
      cluster: { id: vinhThanh.id, number: vinhThanh.number, venue: vinhThanh.venue },
    });
  });
  app.get('/api/v1/door/roster', (_req, res) => {
    const entries = Object.values(guests)
      .filter(({ pass }) => pass.cluster.number === 1 && !pass.revoked)
      .map(({ pass }) => ({
        registrationId: pass.registrationId,
        ...pass.person,
        seat: pass.seat,
        admittedAt: (admitted.get(pass.registrationId) ?? pass.admitted)?.at,
      }));
    res.json({
      device: { id: `0187a000-0000-7000-8000-0000000000d${pairings}`, gate: 'Cửa chính' },
      cluster: vinhThanh,
      event: { title: 'Tọa đàm cải cách hành chính' },
      takenAt: '2023-04-05T06:41:00.000Z',
      present: present(),
      expected: 56,
      entries,
    });
  });
  app.post('/api/v1/door/scans', (req, res) => {
    const scans = reportedScan.array().parse(req.body.scans);
    stub.received.push(...scans);
    const results = scans.map((scan) => {
      const digest = createHash('sha256').update(scanText(scan)).digest('hex');
      if (stub.mood === 'refusing') return { id: scan.id, digest, refused: 'sequence_reused' };
      const known = answers.get(scan.id);
      if (known) return known.digest === digest ? known.answer : { id: scan.id, digest, refused: 'id_reused' };
      const verdict = judge(scan);
      if (verdict.kind === 'admitted') admitted.set(verdict.registrationId, { at: verdict.at, gate: 'Cửa chính' });
      const answer = { id: scan.id, digest, verdict: verdict.kind, detail: verdict };
      answers.set(scan.id, { digest, answer });
      stub.stored.set(scan.id, verdict.kind);
      return answer;
    });
    res.json({ results, present: present(), expected: 56 });
  });

  function judge(scan: ReportedScan) {
    const found = Object.values(guests).find(
      ({ token, pass }) =>
        token === scan.code || token.slice(0, 8) === scan.code || pass.registrationId === scan.registrationId,
    );
    const first = found && admitted.get(found.pass.registrationId);
    return decideVerdict({
      pass: found && { ...found.pass, ...(first && { admitted: first }) },
      door: found?.door ?? vinhThanh,
      at: found?.at ?? NOON_42,
    });
  }

  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stub.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return stub;
}
