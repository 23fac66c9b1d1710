import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Launch {
  readonly program: string;
  readonly args: readonly string[];
}

const onPath = (names: readonly string[], env: NodeJS.ProcessEnv): string | undefined =>
  names
    .flatMap((name) => (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file));

/** Edge or Chrome, which open a page as a window of its own: its keys (Ctrl N and the like) then belong to the page. */
const appBrowser = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | undefined => {
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES(X86)'], env['PROGRAMFILES'], env['LOCALAPPDATA']].filter(
      (folder) => folder !== undefined,
    );
    const programs = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'];
    return programs
      .flatMap((program) => folders.map((folder) => join(folder, program)))
      .find((file) => existsSync(file));
  }
  if (platform === 'darwin') {
    const programs = [
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
    ];
    return programs.map((program) => join('/Applications', program)).find((file) => existsSync(file));
  }
  return onPath(
    [
      'microsoft-edge',
      'microsoft-edge-stable',
      'google-chrome',
      'google-chrome-stable',
      'chromium',
      'chromium-browser',
    ],
    env,
  );
};

const defaultBrowser = (url: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Launch | null => {
  if (platform === 'win32') return { program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] };
  if (platform === 'darwin') return { program: '/usr/bin/open', args: [url] };
  const program = onPath(['xdg-open'], env);
  return program ? { program, args: [url] } : null;
};

/** How a desk would be shown here; null without a display or a browser. */
export const browserLaunch = (url: string, platform = process.platform, env = process.env): Launch | null => {
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return null;
  const app = appBrowser(platform, env);
  return app ? { program: app, args: [`--app=${url}`] } : defaultBrowser(url, platform, env);
};

/** False where there is nothing to open it with: whoever started it has the address. */
export const openBrowser = async (url: string): Promise<boolean> => {
  const launch = browserLaunch(url);
  if (!launch) return false;
  return new Promise((resolve) => {
    const child = spawn(launch.program, launch.args, { detached: true, stdio: 'ignore', windowsHide: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
};
