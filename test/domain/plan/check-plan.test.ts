import { expect } from 'chai';
import { checkPlan, readPlan } from '../../../server/domain/plan/check-plan.ts';
import { readPlanJson } from '../../../server/domain/plan/plan-json.ts';
import type { Plan, PlanAgendaItem, PlanCluster } from '../../../server/domain/plan/plan-shape.ts';
import { wordsIn } from '../../../server/i18n/catalogue.ts';
import { planSentence } from '../../../server/i18n/plan-sentence.ts';
import { correctedPlan, planAsWritten } from '../../support/plan-files.ts';

const found = (raw: unknown) => checkPlan(raw).map(({ path, code, severity }) => `${severity} ${path} ${code}`);

const spoken = (raw: unknown, language: 'vi' | 'en' = 'vi') =>
  checkPlan(raw).map((problem) => `${problem.path}: ${planSentence(wordsIn(language).plan.problems, problem)}`);

/** The corrected plan with one cluster or one agenda item changed. */
const withCluster = (index: number, change: Partial<PlanCluster>, plan: Plan = correctedPlan()): Plan => ({
  ...plan,
  clusters: plan.clusters.map((cluster, place) => (place === index ? { ...cluster, ...change } : cluster)),
});
const withItem = (index: number, change: Partial<PlanAgendaItem>): Plan => {
  const plan = correctedPlan();
  return { ...plan, agenda: plan.agenda.map((item, place) => (place === index ? { ...item, ...change } : item)) };
};
const withEvent = (change: Partial<Plan['event']>): Plan => {
  const plan = correctedPlan();
  return { ...plan, event: { ...plan.event, ...change } };
};

describe('The plan file', () => {
  describe('the plan of 2023', () => {
    it('is in good order once corrected', () => {
      const reading = readPlan(correctedPlan());
      expect(reading.kind).to.equal('ready');
      expect(found(correctedPlan())).to.deep.equal([]);
    });

    it('is refused as written, with both wrong years named in one run', () => {
      expect(readPlan(planAsWritten()).kind).to.equal('refused');
      expect(found(planAsWritten())).to.deep.equal([
        'block clusters[1].date cluster_wrong_year',
        'block clusters[2].date cluster_wrong_year',
        'warning agenda[7].from agenda_owner_not_invited',
      ]);
    });

    it('offers the same day of the right year with its weekday', () => {
      expect(spoken(planAsWritten()).slice(0, 2)).to.deep.equal([
        'clusters[1].date: Cụm 2 ngày 07/4/2022 không khớp năm kế hoạch 2023; có thể là 07/4/2023 (Thứ Sáu).',
        'clusters[2].date: Cụm 3 ngày 11/4/2022 không khớp năm kế hoạch 2023; có thể là 11/4/2023 (Thứ Ba).',
      ]);
      expect(spoken(planAsWritten(), 'en')[0]).to.equal(
        'clusters[1].date: cluster 2 on Thursday, 7 April 2022 does not match the plan year 2023; it may be Friday, 7 April 2023.',
      );
    });

    it('warns of the speaker whom no category invites', () => {
      expect(spoken(planAsWritten())[2]).to.equal(
        'agenda[7].from: "Đại diện lãnh đạo Sở Thông tin và Truyền thông" không thuộc thành phần nào được mời.',
      );
    });
  });

  describe('what does not fit together', () => {
    const [city, host, ...others] = correctedPlan().clusters[0]?.units ?? [];
    if (!city || !host) throw new Error('The first cluster of the plan has no units.');
    const cases: { name: string; raw: Plan; expected: string[] }[] = [
      {
        name: 'a 29 February that the plan year has not, without a guess',
        raw: withCluster(1, { date: '2024-02-29' }),
        expected: ['block clusters[1].date cluster_wrong_year'],
      },
      {
        name: 'a cluster before the document',
        raw: withCluster(0, { date: '2023-02-28' }),
        expected: ['block clusters[0].date cluster_before_document'],
      },
      {
        name: 'a cluster on a Saturday',
        raw: withCluster(2, { date: '2023-04-15' }),
        expected: ['warning clusters[2].date cluster_at_weekend'],
      },
      {
        name: 'a deadline of last year',
        raw: withCluster(0, { registrationDeadline: '2022-03-29T17:00' }),
        expected: ['block clusters[0].registrationDeadline deadline_before_document'],
      },
      {
        name: 'a deadline after the cluster has begun',
        raw: withCluster(0, { answerDeadline: '2023-04-05T13:31' }),
        expected: ['warning clusters[0].answerDeadline deadline_after_start'],
      },
      {
        name: 'an answer deadline before the registration deadline',
        raw: withCluster(0, { registrationDeadline: '2023-04-03T17:00', answerDeadline: '2023-03-31T17:00' }),
        expected: ['warning clusters[0].answerDeadline answers_before_registration'],
      },
      {
        name: 'a number used twice',
        raw: withCluster(2, { number: 1 }),
        expected: ['block clusters[2].number duplicate_number'],
      },
      {
        name: 'a door that closes before the welcome slot ends',
        raw: withCluster(0, { doorClosesAt: '13:45' }),
        expected: ['block clusters[0].doorClosesAt hours_out_of_order'],
      },
      {
        name: 'a cluster that ends as it starts',
        raw: withCluster(0, { doorOpensAt: '17:00', startsAt: '17:00', lateFrom: '17:00', doorClosesAt: '17:00' }),
        expected: [
          'block clusters[0].endsAt hours_out_of_order',
          ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) => `warning agenda[${index}].startsAt agenda_outside_cluster`),
        ],
      },
      {
        name: 'a host from nowhere',
        raw: withCluster(0, { host: '999' }),
        expected: ['block clusters[0].host unit_unknown'],
      },
      {
        name: 'a host that does not take part',
        raw: withCluster(0, { host: '926' }),
        expected: ['block clusters[0].host host_not_taking_part'],
      },
      {
        name: 'a unit from nowhere',
        raw: withCluster(0, { units: [city, host, { code: '9999', quota: 11 }, { code: '925', quota: 11 }] }),
        expected: ['block clusters[0].units[2].code unit_unknown'],
      },
      {
        name: 'a unit named twice in a cluster',
        raw: withCluster(0, { units: [city, host, host] }),
        expected: ['block clusters[0].units[2].code duplicate_code'],
      },
      {
        name: 'quotas, the city list included, above the maximum',
        raw: withCluster(0, { units: [{ ...city, quota: 17 }, host, ...others] }),
        expected: ['block clusters[0].units quotas_above_max'],
      },
      {
        name: 'quotas that fill the maximum exactly: fine',
        raw: withCluster(0, { units: [{ ...city, quota: 16 }, host, ...others] }),
        expected: [],
      },
      {
        name: 'quotas below the minimum',
        raw: withCluster(0, { units: [city, host] }),
        expected: ['warning clusters[0].units quotas_below_min'],
      },
      {
        name: 'a minimum above the maximum',
        raw: withCluster(0, { min: 61 }),
        expected: ['block clusters[0].min min_above_max'],
      },
      {
        name: 'a lead unit from nowhere',
        raw: withEvent({ leadUnit: 'so-tai-chinh' }),
        expected: ['block event.leadUnit unit_unknown'],
      },
      {
        name: 'an agenda with a hole',
        raw: withItem(2, { endsAt: '14:10' }),
        expected: ['warning agenda[3].startsAt agenda_gap'],
      },
      {
        name: 'an agenda whose items overlap',
        raw: withItem(2, { endsAt: '14:20' }),
        expected: ['warning agenda[3].startsAt agenda_overlap'],
      },
      {
        name: 'an agenda that runs on after the cluster',
        raw: withItem(8, { endsAt: '17:30' }),
        expected: ['warning agenda[8].startsAt agenda_outside_cluster'],
      },
      {
        name: 'an item that ends before it starts',
        raw: withItem(8, { endsAt: '16:00' }),
        expected: ['block agenda[8].endsAt agenda_item_ends_early'],
      },
      {
        name: 'an item without an owner',
        raw: withItem(1, { owner: ' ' }),
        expected: ['warning agenda[1].owner agenda_without_owner'],
      },
      {
        name: 'an owner from a category that is not there',
        raw: withItem(1, { from: ['A9'] }),
        expected: ['warning agenda[1].from agenda_owner_not_invited'],
      },
    ];
    for (const { name, raw, expected } of cases) it(name, () => expect(found(raw)).to.deep.equal(expected));

    it('codes used twice, unknown parents and parents below their children', () => {
      const plan = correctedPlan();
      const [first, second, ...rest] = plan.units;
      const [category] = plan.categories;
      if (!first || !second || !category) throw new Error('The plan is empty.');
      const lost = { code: '916-phuong-moi', name: 'Phường Mới', level: 'commune' as const, parent: '900' };
      const raw = { ...plan, units: [second, first, ...rest, first, lost], categories: [...plan.categories, category] };
      expect(found(raw)).to.deep.equal([
        'block units[94].code duplicate_code',
        'block units[0].parent parent_below',
        'block units[95].parent unit_unknown',
        'block categories[12].code duplicate_code',
      ]);
    });

    it('takes b1 for B1 among the categories, as the agenda and a paste do', () => {
      const plan = correctedPlan();
      const [category] = plan.categories;
      if (!category) throw new Error('The plan has no category.');
      const raw = { ...plan, categories: [...plan.categories, { ...category, code: category.code.toLowerCase() }] };
      expect(found(raw)).to.deep.equal(['block categories[12].code duplicate_code']);
    });

    it('lets an event run over New Year when the plan says so', () => {
      const plan = withCluster(2, { date: '2024-01-02' });
      expect(found(plan)).to.deep.equal(['block clusters[2].date cluster_wrong_year']);
      expect(found({ ...plan, event: { ...plan.event, lastYear: 2024 } })).to.deep.equal([]);
    });
  });

  describe('what has not its shape', () => {
    it('says so at its place, and still checks the rest', () => {
      const { event, ...plan } = withCluster(1, { date: '2022-04-07' });
      const { venue: _, ...cluster } = plan.clusters[2] ?? {};
      const raw = {
        ...plan,
        event: {
          ...event,
          year: '2023',
          zone: 'Asia/Can_Tho',
          contact: { ...event.contact, phone: undefined, fax: '1' },
        },
        clusters: [{ ...plan.clusters[0], date: '05/4/2023', startsAt: '13h30' }, plan.clusters[1], cluster],
        units: [...plan.units, { code: 'mã mới', name: '', level: 'xã' }],
        agenda: 'không có',
      };
      expect(found(raw)).to.deep.equal([
        'block event.year wrong_type',
        'block event.zone zone_unknown',
        'block event.contact.phone missing',
        'block event.contact.fax unknown_field',
        'block units[94].code not_a_code',
        'block units[94].name empty',
        'block units[94].level not_one_of',
        'block clusters[0].date not_a_date',
        'block clusters[0].startsAt not_a_time',
        'block clusters[2].venue missing',
        'block agenda wrong_type',
        // Without a year in the plan, the date of cluster 2 is still compared with the document's.
        'block clusters[1].date cluster_before_document',
      ]);
    });

    it('names a wrong year even beside a missing field of the same cluster', () => {
      const plan = withCluster(1, { date: '2022-04-07' });
      const { venue: _, ...cluster } = plan.clusters[1] ?? {};
      expect(found({ ...plan, clusters: [plan.clusters[0], cluster] })).to.deep.equal([
        'block clusters[1].venue missing',
        'block clusters[1].date cluster_wrong_year',
      ]);
    });

    it('speaks plainly in both languages', () => {
      const raw = { ...correctedPlan(), clusters: [], extra: 1 };
      expect(spoken(raw)).to.deep.equal([
        'clusters: không được để trống.',
        'extra: tệp kế hoạch không có mục tên này; hãy kiểm tra lại chính tả.',
      ]);
      expect(spoken(raw, 'en')).to.deep.equal([
        'clusters: must not be empty.',
        'extra: a plan file has no field of this name; please check the spelling.',
      ]);
    });

    for (const raw of [null, 5, 'kế hoạch', [], undefined]) {
      it(`refuses ${JSON.stringify(raw)} as a whole`, () => {
        expect(checkPlan(raw).map((problem) => problem.path)).to.deep.equal(['']);
      });
    }

    it('keeps names in one Unicode form, whatever the file has', () => {
      const plan = correctedPlan();
      const reading = readPlan({ ...plan, event: { ...plan.event, place: 'Cần  Thơ'.normalize('NFD') } });
      expect(reading.kind === 'ready' && reading.plan.event.place).to.equal('Cần Thơ');
    });
  });

  describe('text that is not JSON', () => {
    const cases: { text: string; line: number; column: number; near: string }[] = [
      { text: '', line: 1, column: 1, near: '' },
      { text: '{\n  "a": 1,\n}', line: 3, column: 1, near: '}' },
      { text: '{\n  "a": 1\n  "b": 2\n}', line: 3, column: 3, near: '"b": 2' },
      { text: '[1, 2,, 3]', line: 1, column: 7, near: ', 3]' },
      { text: "{'a': 1}", line: 1, column: 2, near: "'a': 1}" },
      { text: '{"a": 01}', line: 1, column: 7, near: '01}' },
      { text: '{"a": "x}\n', line: 1, column: 7, near: '"x}' },
      { text: '{"a": {"b": [true, nul]}}', line: 1, column: 20, near: 'nul]}}' },
      { text: '{"a": 1} thừa', line: 1, column: 10, near: 'thừa' },
      { text: '{"a": [1, 2', line: 1, column: 12, near: '' },
    ];
    for (const { text, line, column, near } of cases) {
      it(`${JSON.stringify(text)} → line ${line}, column ${column}`, () => {
        const json = readPlanJson(text);
        expect(json.kind === 'not_json' && json.problem.detail).to.deep.equal({ line, column, near });
      });
    }

    it('says where, in words', () => {
      const json = readPlanJson('{\n  "event": }');
      const sentence = json.kind === 'not_json' && planSentence(wordsIn('vi').plan.problems, json.problem);
      expect(sentence).to.equal('Tệp không phải là JSON hợp lệ: sai ở dòng 2, cột 12, chỗ "}".');
    });

    it('reads what Notepad saved, and every escape and number that JSON has', () => {
      const json = readPlanJson('\ufeff{"a": [1.5e-3, -0, "\\u1ea0\\n", null, false, {}, []]}');
      expect(json).to.deep.equal({ kind: 'json', value: { a: [1.5e-3, -0, 'Ạ\n', null, false, {}, []] } });
    });
  });
});
