import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** `BOOT:TICKS` of a process on Linux: the boot it belongs to and when in it the process began, whatever the clock says. */
const linuxMark = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // the second field is the program's name in brackets, which may hold anything
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return ticks === undefined ? null : `${boot}:${ticks}`;
  } catch {
    return null;
  }
};

const told = (program: string, args: readonly string[]): string | null => {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      timeout: 5_000,
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    }).trim();
  } catch {
    return null;
  }
};

const recordedStart = (pid: number): number | null => {
  const text =
    process.platform === 'win32'
      ? told('powershell.exe', [
          '-NoProfile',
          '-Command',
          `(Get-Process -Id ${pid}).StartTime.ToUniversalTime().ToString('o')`,
        ])
      : told('/bin/ps', ['-p', String(pid), '-o', 'lstart=']);
  const at = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
};

/** What tells a process from a later one with the same number. */
export interface ProcessMark {
  /** Linux: exact; elsewhere null, for asking takes half a second there */
  readonly mark: string | null;
  /** UTC ms, to a second or two */
  readonly startedAt: number;
}

export const ownMark = (): ProcessMark => ({
  mark: process.platform === 'linux' ? linuxMark(process.pid) : null,
  startedAt: Math.round(Date.now() - process.uptime() * 1000),
});

const startToleranceMs = 10_000;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // another user's process
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Whether the very process that left this mark still runs. Where that cannot be told it is taken to run. */
export const stillRuns = (pid: number, { mark, startedAt }: ProcessMark): boolean => {
  if (!isRunning(pid)) return false;
  if (mark !== null && process.platform === 'linux') {
    const present = linuxMark(pid);
    return present === null || present === mark;
  }
  const start = recordedStart(pid);
  return start === null || start <= startedAt + startToleranceMs;
};
