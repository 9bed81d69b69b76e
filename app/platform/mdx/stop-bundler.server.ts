import { stop } from 'esbuild';

/** The bundler runs as a process of its own, which otherwise stays for as long as ours. The next document starts it again. */
export async function stopBundler(): Promise<void> {
  await stop();
}
