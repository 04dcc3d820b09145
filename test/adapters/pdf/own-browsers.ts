import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The browsers that this process started and that still run: its direct children. */
export const listOwnBrowsers = (): readonly number[] =>
  existsSync('/proc/self/stat') ? fromProc() : fromPs();

/** Linux. A bare one has no `ps`. */
const fromProc = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        if (Number(parent) !== process.pid || state === 'Z') return false;
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--headless');
      } catch {
        return false;
      }
    })
    .map(Number);

const fromPs = (): readonly number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+([^Z\s]\S*)\s+.*--headless/.exec(line) ?? [])
    .filter(([, , parent]) => Number(parent) === process.pid)
    .map(([, pid]) => Number(pid));
