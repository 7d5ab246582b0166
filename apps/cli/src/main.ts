import { EXIT } from './output/exit-codes.js';
import { runCli } from './program.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has seen enough (`lienthong tail | head`).
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.unexpected);
});

process.exitCode = await runCli(process.argv.slice(2));
