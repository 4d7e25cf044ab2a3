import { existsSync } from 'node:fs'
import path from 'node:path'
import { environment, nodeOrGiveUp, ROOT, run } from './node.mjs'
import { giveUp } from './say.mjs'

if (!existsSync(path.join(ROOT, 'node_modules'))) giveUp(`请先在 ${ROOT} 运行 npm ci。`, `Run npm ci in ${ROOT} first.`)
const words = [path.join(ROOT, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)]
process.exitCode = await run(nodeOrGiveUp(), words, { env: environment() })
