import { defineConfig } from 'prisma/config';

// The command line downloads a schema engine before it does anything. Generating the client never
// starts that engine, and skips the download when told of a file that exists, whichever it is.
if (process.argv.includes('generate')) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({ schema: 'prisma' });
