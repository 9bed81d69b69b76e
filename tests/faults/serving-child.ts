import type { HouseBuild } from '#app/server.ts';
import { serve } from '#app/server.ts';

/** The server as it starts and stops, on the sources instead of the build, and without its pages. */
await serve({
  sample: process.argv.includes('--sample'),
  loadBuild: async () => {
    const module = await import('#app/entry.server.tsx');
    return {
      entry: { module },
      routes: {},
      assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
      future: {},
      isSpaMode: false,
      mode: 'production',
      publicPath: '/',
    } as unknown as HouseBuild;
  },
});
