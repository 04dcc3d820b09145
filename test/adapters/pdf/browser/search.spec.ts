import { expect } from 'chai';
import { listCandidates } from '../../../../src/adapters/pdf/browser/candidates.ts';
import { buildCommand } from '../../../../src/adapters/pdf/browser/command.ts';
import { listConfinements } from '../../../../src/adapters/pdf/browser/sandbox.ts';
import { currentSurroundings, type Surroundings } from '../../../../src/adapters/pdf/browser/surroundings.ts';
import { listSystemBrowsers } from '../../../../src/adapters/pdf/browser/system-browsers.ts';

const machine = (changes: Partial<Surroundings>): Surroundings => ({ ...currentSurroundings(), ...changes });

describe('search for a browser', () => {
  it('looks at the pinned builds before the system’s', () => {
    const env = { PATH: '/a:/b' };
    const names = listCandidates(
      '/project',
      undefined,
      machine({ platform: 'linux', env, downloadedPath: '/dl' }),
    ).map(({ name }) => name);
    expect(names.slice(0, 4)).to.deep.equal([
      '/dl',
      'the build that comes with the packages',
      'chromium-headless-shell on PATH',
      'chrome-headless-shell on PATH',
    ]);
  });

  it('looks nowhere else when a browser is named', async () => {
    const candidates = listCandidates('/project', '/nowhere/chrome', currentSurroundings());
    expect(candidates).to.have.length(1);
    expect(await candidates[0]?.find()).to.deep.equal({ reason: 'not there' });
  });

  it('finds a browser in any folder of PATH', () => {
    const linux = listSystemBrowsers(machine({ platform: 'linux', env: { PATH: '/a:/b:/a' } }));
    const chromium = linux.find(({ name }) => name === 'chromium on PATH');
    expect(chromium?.paths).to.deep.equal(['/a/chromium', '/b/chromium']);
  });

  it('knows the places of Windows and macOS', () => {
    const windows = listSystemBrowsers(machine({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Programs' } }));
    expect(windows).to.have.length(3);
    expect(windows[0]?.paths[0]).to.match(/^C:\\Programs.Google.Chrome.Application.chrome\.exe$/);
    const mac = listSystemBrowsers(machine({ platform: 'darwin', env: {}, home: '/Users/a' })).flatMap(
      ({ paths }) => paths,
    );
    expect(mac).to.include('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(mac).to.include('/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
  });
});

describe('confinement of the browser', () => {
  it('is tried strongest first, and never as root with rights while a weaker user would do', () => {
    const root = listConfinements(machine({ platform: 'linux', uid: 0 }));
    expect(root.map(({ dropToUid, sandbox }) => [dropToUid, sandbox])).to.deep.equal([
      [65534, true],
      [65534, false],
      [null, false],
    ]);
    const user = listConfinements(machine({ platform: 'linux', uid: 1000 }));
    expect(user.map(({ sandbox }) => sandbox)).to.deep.equal([true, false]);
    expect(
      listConfinements(machine({ platform: 'darwin', uid: 501 })).map(({ sandbox }) => sandbox),
    ).to.deep.equal([true]);
  });
});

describe('command line of the browser', () => {
  const profile = {
    folder: '/t',
    userData: '/t/profile',
    fontconfig: '/t/fonts.conf',
    stderr: '/t/stderr.log',
  };
  const found = {
    path: '/opt/it is here/chrome',
    source: 'system',
    libraryPath: null,
    fontFolder: null,
  } as const;

  it('hands on nothing of our own environment but the path', () => {
    const env = { PATH: '/bin', MONGODB_URI: 'mongodb://secret', NODE_OPTIONS: '--x', HOME: '/root' };
    const command = buildCommand(
      found,
      profile,
      { name: 'own', dropToUid: null, sandbox: true },
      machine({ platform: 'linux', env }),
    );
    expect(Object.keys(command.env).sort()).to.deep.equal(
      ['COUNTERWEIGHT_STDERR', 'FONTCONFIG_FILE', 'HOME', 'LANG', 'PATH', 'TMPDIR', 'TZ'].sort(),
    );
    expect(command.env['HOME']).to.equal('/t/profile');
    expect(JSON.stringify(command)).to.not.contain('secret');
  });

  it('closes the network, and gives the sandbox up only when told to', () => {
    const argsOf = (sandbox: boolean): readonly string[] =>
      buildCommand(found, profile, { name: '', dropToUid: null, sandbox }, machine({ platform: 'linux' }))
        .args;
    expect(argsOf(true)).to.include.members([
      '/opt/it is here/chrome',
      '--proxy-server=http://127.0.0.1:9',
      '--proxy-bypass-list=<-loopback>',
      '--host-resolver-rules=MAP * ~NOTFOUND',
    ]);
    expect(argsOf(true)).to.not.include('--no-sandbox');
    expect(argsOf(false)).to.include('--no-sandbox');
  });
});
