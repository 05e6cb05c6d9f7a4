import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { isNewEnough, neededNode } from '../server/node-version.mjs';
import { root } from '../server/root.ts';

type Ending = { code: number; err: string };

/** Ends the process with 9 as soon as anything asks for the driver, which is where Node.js 20 would crash. */
const DRIVER_ENDS_IT = `
  import { registerHooks } from 'node:module';
  registerHooks({ resolve: (name, context, next) => name === 'better-sqlite3' ? process.exit(9) : next(name, context) });
`;
const asVersion = (version: string) => `
  Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });
`;

function runMain(file: string, before: string): Promise<Ending> {
  const args = ['--import', `data:text/javascript,${encodeURIComponent(before)}`, join(root, file)];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env: {} }, (error, _out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, err }),
    );
  });
}

describe('the version of Node.js', () => {
  const needs = (node: string) => ({ engines: { node } });
  const cases: [version: string, isEnough: boolean][] = [
    ['18.20.8', false],
    ['20.20.2', false],
    ['22.17.9', false],
    ['22.18.0', true],
    ['22.9.0', false],
    ['24.0.0', true],
    ['26.1.0', true],
  ];
  for (const [version, isEnough] of cases) {
    it(`${isEnough ? 'accepts' : 'refuses'} ${version} where 22.18 is needed`, () => {
      expect(isNewEnough(version, needs('>=22.18'))).to.equal(isEnough);
    });
  }

  it('is read from package.json and nowhere else', () => {
    expect(neededNode(needs('>=22.18'))).to.equal('22.18');
    expect(() => neededNode(needs('^22'))).to.throw('"^22"');
  });

  for (const file of ['server/main.ts', 'dist/main.js']) {
    it(`is looked at by ${file} before the database driver is loaded`, async () => {
      const { code, err } = await runMain(file, asVersion('20.20.2') + DRIVER_ENDS_IT);
      expect(code).to.equal(1);
      expect(err).to.equal('Node.js 22.18 or newer is needed; this is 20.20.2. "npm start" fetches one that fits.\n');
    });

    it(`control: ${file} does load the driver when the version fits`, async () => {
      expect((await runMain(file, DRIVER_ENDS_IT)).code).to.equal(9);
    });
  }
});
