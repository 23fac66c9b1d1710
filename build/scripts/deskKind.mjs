/**
 * Which desk `npm start` opens, and in words why it is the browser's where that was not asked for.
 * @param {readonly string[]} args
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, isRoot: boolean }} system
 * @returns {{ kind: 'shell' } | { kind: 'browser', because?: string }}
 */
export function deskKind(args, { platform, env, isRoot }) {
  if (args.includes('--browser') || args.includes('--no-open')) return { kind: 'browser' };
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    return { kind: 'browser', because: '没有图形界面，改用浏览器工作台。 No display: serving the browser desk.' };
  }
  // Electron's sandbox does not work for root, and it is not started without one
  if (platform === 'linux' && isRoot) {
    return { kind: 'browser', because: '以 root 运行，改用浏览器工作台。 Running as root: serving the browser desk.' };
  }
  return { kind: 'shell' };
}
