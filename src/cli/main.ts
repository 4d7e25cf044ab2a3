import { readConfig } from '#kernel/config.ts'
import { runCommandLine } from './command-line.ts'
import { failOn } from './failure.ts'

// A reader that has seen enough (`| head`) closes the pipe; the work goes on to its end, unheard.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

/** The command line's door. Exit codes: 0 done, 1 fault, 2 wrong usage, 3 refused or found wrong, 4 done in part. */
process.exitCode = await runCommandLine(process.argv.slice(2), readConfig(process.env)).catch(failOn)
