/** `npm start`: installs what is missing, builds the pages, then serves. Runs on any Node from 20; the server runs on 24. */
import path from 'node:path'
import { ensureInstalled } from './dependencies.mjs'
import { environment, nodeOrGiveUp, ROOT, run } from './node.mjs'
import { ensurePages } from './pages.mjs'

await ensureInstalled()
const node = nodeOrGiveUp()
if (!(await ensurePages(node))) process.exit(1)
const words = [path.join(ROOT, 'src', 'cli', 'main.ts'), 'start', ...process.argv.slice(2)]
process.exitCode = await run(node, words, { env: environment() })
