import { type ShellParent, serveShell } from './shellHost.ts';

/** The entry of the shell's utility process. Electron's types stay out of the host, which runs without it. */
const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ShellParent };

if (parentPort) {
  serveShell(parentPort, (code) => process.exit(code));
} else {
  process.stderr.write('This is the host of the Electron shell, which starts it. Without the shell: caredesk desk.\n');
  process.exitCode = 2;
}
