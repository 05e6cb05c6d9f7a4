import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { makeProject, type Project } from './project.ts';

/** A lock file with one package from an address where nothing answers. */
const UNREACHABLE = JSON.stringify({
  name: 'small',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': { name: 'small', version: '1.0.0', dependencies: { nowhere: '1.0.0' } },
    'node_modules/nowhere': { version: '1.0.0', resolved: 'http://127.0.0.1:9/nowhere-1.0.0.tgz' },
  },
});

describe('the set-up installs modules', () => {
  let project: Project;
  beforeEach(() => {
    project = makeProject();
  });
  afterEach(() => project.remove());

  /** Modules of an earlier lock file, as they were when they worked. */
  function haveOldModules(): void {
    project.write('node_modules/which.txt', 'old');
    project.write('node_modules/.dontiep-installed', 'another-lock all');
  }

  const leftovers = () => readdirSync(project.at('.setup'));

  async function untilNpmRuns(): Promise<number> {
    for (let waited = 0; waited < 500; waited += 1) {
      const [call] = project.calls();
      if (call) return call.pid;
      await wait(10);
    }
    throw new Error('npm was not started.');
  }

  it('without the packages of the tests, or with them, which serves both; and again for another lock file', async () => {
    expect(await project.setUp()).to.include({ code: 0, err: '' });
    await project.setUp(['--tests']);
    expect(await project.setUp()).to.include({ code: 0, out: '' });
    project.write('package-lock.json', '{ }');
    await project.setUp();
    expect(project.calls().map(({ args }) => args.slice(0, 3).join(' '))).to.deep.equal([
      'ci --ignore-scripts --omit=dev',
      'ci --ignore-scripts --include=dev',
      'ci --ignore-scripts --omit=dev',
    ]);
    expect(leftovers()).to.deep.equal([]);
  });

  it('and keeps the old ones when npm fails, with a sentence that says why and what to do', async () => {
    haveOldModules();
    const { code, err } = await project.setUp([], { NPM_DOES: 'fail' });
    expect(code).to.equal(1);
    expect(err).to.match(
      /"npm ci" failed \(ECONNREFUSED http:\/\/127.0.0.1:9\/express\)\. What was installed before is untouched\. Please check the network/,
    );
    expect(err.trim().split('\n')).to.have.length(1);
    expect(project.modules()).to.equal('old');
    expect(leftovers()).to.deep.equal([]);
  });

  describe('with the real npm and no network', () => {
    const offline = { npm_config_fetch_retries: '0', npm_config_update_notifier: 'false' };
    beforeEach(() => {
      haveOldModules();
      project.write('package-lock.json', UNREACHABLE);
      project.write(
        'package.json',
        JSON.stringify({
          name: 'small',
          version: '1.0.0',
          type: 'module',
          engines: { node: '>=22.18' },
          dependencies: { nowhere: '1.0.0' },
        }),
      );
    });

    it('and keeps the old ones', async () => {
      const { code, err } = await project.setUp([], {
        ...offline,
        npm_execpath: '',
        npm_config_cache: project.at('cache'),
      });
      expect(code).to.equal(1);
      expect(err).to.contain('"npm ci" failed (ECONNREFUSED http://127.0.0.1:9/nowhere-1.0.0.tgz)');
      expect(project.modules()).to.equal('old');
    });

    it('control: "npm ci" in the project itself empties them', async () => {
      const env = { ...process.env, ...offline, npm_config_cache: project.at('cache') };
      const failed = await new Promise((resolve) => {
        execFile('npm', ['ci', '--ignore-scripts'], { cwd: project.folder, env }, resolve);
      });
      expect(failed).to.be.an('error');
      expect(project.modules()).to.equal('');
    });
  });

  it('and keeps the old ones when it is killed; the next start goes on', async () => {
    haveOldModules();
    const killed = project.startSetUp({ NPM_DOES: 'hang' });
    const npm = await untilNpmRuns();
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    process.kill(npm, 'SIGKILL');
    expect(project.modules()).to.equal('old');
    expect(leftovers()).to.include('lock');
    expect((await project.setUp()).code).to.equal(0);
    expect(project.modules()).to.equal('new');
    expect(leftovers()).to.deep.equal([]);
  });

  it('and brings the old ones back when it was killed in the middle of the swap', async () => {
    haveOldModules();
    project.write('.setup/modules/node_modules/which.txt', 'new');
    renameSync(project.at('node_modules'), project.at('.setup/replaced-modules'));
    await project.setUp([], { NPM_DOES: 'fail' });
    expect(project.modules()).to.equal('old');
    expect(leftovers()).to.deep.equal([]);
  });

  it('and ends npm with itself on SIGTERM', async () => {
    haveOldModules();
    const ended = project.startSetUp({ NPM_DOES: 'hang' });
    const npm = await untilNpmRuns();
    ended.kill('SIGTERM');
    expect(await once(ended, 'exit')).to.deep.equal([143, null]);
    expect(() => process.kill(npm, 0)).to.throw('ESRCH');
    expect(project.modules()).to.equal('old');
    expect(existsSync(project.at('.setup/lock'))).to.equal(false);
  });

  it('once when two starts come together', async () => {
    const both = await Promise.all([project.setUp(), project.setUp()]);
    expect(both.map(({ code }) => code)).to.deep.equal([0, 0]);
    expect(project.calls()).to.have.length(1);
  });
});
