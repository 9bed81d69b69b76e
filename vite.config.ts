import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
// The plugin does not read this file by itself; importing it is what makes it the configuration.
import remixConfig from './remix.config.js';

/** The compiled messages make new rules for every plural, which takes longer than the rest of the sentence. */
const keptPluralRules: Plugin = {
  name: 'kept-plural-rules',
  transform(code, id) {
    if (!id.endsWith('/messages/generated/registry.js')) return null;
    const made = 'new Intl.PluralRules(locale, options)';
    if (!code.includes(made)) throw new Error('The compiled messages make their plurals in another way now.');
    const key = 'locale + JSON.stringify(options ?? null)';
    return `const pluralRules = {};\n${code.replace(made, `(pluralRules[${key}] ??= ${made})`)}`;
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [keptPluralRules, tailwindcss(), remix(remixConfig)],
  build: {
    target: 'es2022',
    // build/ also holds the server's bundle and the fingerprints; bin/ removes what a build leaves behind.
    emptyOutDir: false,
    // A stack in the log should name the true line; readers of the site need no copy of the sources.
    sourcemap: isSsrBuild === true,
  },
}));
