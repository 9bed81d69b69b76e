// The program's own log belongs on no test's screen, and no result may hang on where the machine stands.
process.env.LOG_LEVEL ??= 'silent';
process.env.TZ ??= 'UTC';
