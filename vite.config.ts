import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
// The plugin does not read this file by itself; importing it is what makes it the configuration.
import remixConfig from './remix.config.js';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  build: {
    target: 'es2022',
    // build/ also holds the server's bundle and the fingerprints; bin/ removes what a build leaves behind.
    emptyOutDir: false,
    // A stack in the log should name the true line; readers of the site need no copy of the sources.
    sourcemap: isSsrBuild === true,
  },
}));
