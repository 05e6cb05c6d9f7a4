/** Every page of the house over a stored database, as it was before the source moved. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'chai';
import { verifyAudit } from '../../db/audit/verify-audit.ts';
import { routesOf } from '../../server/app.ts';
import { letterFile } from '../../server/mail/file-transport.ts';
import { answerText } from './answer-text.ts';
import { compareGolden, complain, expectGolden } from './golden.ts';
import { findIds, type Found, type Sample, samplesOf } from './page-samples.ts';
import { SOFT_SPACE } from './page-text.ts';
import { type Caller, type Moment, openStoredHouse, type StoredHouse } from './stored-house.ts';

const slug = (route: string): string =>
  route
    .replace(/^GET \//, '')
    .replace(/:(\w+?)(?:Id)?\b/g, '$1')
    .replace(/[^\w.]+/g, '-')
    .replace(/^-|-$/g, '') || 'home';

for (const moment of ['before', 'day'] satisfies Moment[]) {
  describe(`the pages, ${moment === 'before' ? 'before the deadline' : 'on the day of cluster 2'}`, function () {
    this.timeout(180_000);
    let house: StoredHouse;
    let found: Found;
    let samples: Record<string, Sample[]>;
    const named = new Set<string>();
    before(async () => {
      house = await openStoredHouse(moment);
      found = await findIds(house);
      samples = samplesOf(found);
      const letter = letterFile(house.context.config.dataDir, found.letter(found.registration(2, 0)));
      mkdirSync(dirname(letter), { recursive: true });
      writeFileSync(letter, 'Subject: thư mời\r\n\r\n');
    });
    after(() => house.close());

    it('are asked for at every address that answers a GET, and at no other', () => {
      const addresses = routesOf(house.context)
        .filter(({ method }) => method === 'GET')
        .map(({ path }) => `GET ${path}`);
      expect(Object.keys(samples).sort()).to.deep.equal(addresses.sort());
    });

    it('stand on a database whose audit is whole', async () => {
      const finding = await verifyAudit(house.context.db.read, house.context.keys.auditMac);
      expectGolden(`database/${moment}-audit.json`, JSON.stringify(finding, null, 2));
    });

    it('say the same in Vietnamese', async () => {
      const differences: string[] = [];
      for (const [route, list] of Object.entries(samples)) {
        for (const sample of list) for (const who of sample.who) await look(differences, { route, sample, who });
      }
      complain(differences);
    });

    if (moment === 'before') {
      it('say the same in English', async () => {
        const differences: string[] = [];
        for (const [route, list] of Object.entries(samples)) {
          const sample = list.find(({ at, path }) => at !== 'day' && !/\.\w+$/.test(path));
          const who = sample?.who.find((one) => one === 'an' || one === 'visitor');
          if (sample && who) await look(differences, { route, sample, who, english: true });
        }
        complain(differences);
      });
    }

    type Look = { route: string; sample: Sample; who: Caller; english?: boolean };

    async function look(differences: string[], { route, sample, who, english = false }: Look): Promise<void> {
      if (sample.at && sample.at !== moment) return;
      const client = await house.client(english && who === 'an' ? 'an' : who, english);
      const answer = await client.get(sample.path);
      const parts = [slug(route), sample.as, who, english ? 'en' : undefined].filter((part) => part !== undefined);
      const name = `pages/${moment}/${parts.join('.')}.txt`;
      expect(named.has(name), `two samples are called ${name}`).to.equal(false);
      named.add(name);
      const difference = compareGolden(name, answerText(answer), SOFT_SPACE);
      if (difference) differences.push(difference);
    }
  });
}
