import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { captureOrFail } from './run-tool.mjs';
import { withProgress } from './progress.mjs';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser'];
const WHAT_TO_INSTALL =
  'No browser was found for the end-to-end tests: install Chrome or Chromium, or run "npx playwright install chromium".';

/**
 * The path of a Chromium that starts, or undefined. The first that is there and works wins.
 * @param {{ root?: string, env?: Record<string, string | undefined>, platform?: string, works?: (path: string, platform: string) => boolean }} options
 * @returns {string | undefined}
 */
export function findBrowser({ root, env = process.env, platform = process.platform, works = starts }) {
  const candidates = [
    env.EVERYHAND_CHROMIUM,
    playwrightsOwn(root),
    ...onPath(env, platform),
    ...usualPlaces(env, platform),
  ];
  return candidates.find((path) => path !== undefined && existsSync(path) && works(path, platform));
}

export async function findOrInstallBrowser(root) {
  const found = findBrowser({ root });
  if (found !== undefined) return found;
  if (!isRootOnDebian()) throw new PlainError(WHAT_TO_INSTALL);
  await withProgress('Installing a browser', installOnDebian);
  const installed = findBrowser({ root });
  if (installed === undefined) throw new PlainError(WHAT_TO_INSTALL);
  return installed;
}

function playwrightsOwn(root) {
  if (root === undefined) return undefined;
  try {
    return createRequire(join(root, 'package.json'))('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
}

function onPath(env, platform) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = platform === 'win32' ? '.exe' : '';
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

function usualPlaces(env, platform) {
  if (platform === 'darwin') return placesOnMac(env);
  if (platform === 'win32') return placesOnWindows(env);
  return ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];
}

function placesOnMac(env) {
  const applications = ['/Applications', join(env.HOME ?? '', 'Applications')];
  const names = ['Google Chrome', 'Chromium'];
  return applications.flatMap((folder) =>
    names.map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
  );
}

function placesOnWindows(env) {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
  const names = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

// A file of that name may be a stub that only tells to install a snap, or may lack its libraries.
function starts(path, platform) {
  // On Windows --version opens a window and prints nothing.
  if (platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 15_000, stdio: 'ignore' }).status === 0;
}

function isRootOnDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release'))
    return false;
  return /^ID=(debian|raspbian)$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installOnDebian() {
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, sentence: WHAT_TO_INSTALL };
  await captureOrFail('apt-get', ['update'], options);
  await captureOrFail('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
}
