import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'

/** A font file that has Chinese, and the family by which it is asked for. */
export interface ChineseFont {
  file: string
  family: string
}

const folders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  path.join(homedir(), '.local/share/fonts'),
  path.join(homedir(), '.fonts'),
  '/System/Library/Fonts',
  '/Library/Fonts',
  'C:\\Windows\\Fonts',
]

/** Sans serif faces with the characters of GB 18030 level 1, the best first. */
const known: readonly { pattern: RegExp; family: string }[] = [
  { pattern: /^NotoSansCJK(sc)?-Regular\.(ttc|otf)$/i, family: 'Noto Sans CJK SC' },
  { pattern: /^NotoSansSC-Regular\.(otf|ttf)$/i, family: 'Noto Sans SC' },
  { pattern: /^SourceHanSans(SC|CN)?-Regular\.(ttc|otf)$/i, family: 'Source Han Sans SC' },
  { pattern: /^PingFang\.ttc$/i, family: 'PingFang SC' },
  { pattern: /^msyh\.(ttc|ttf)$/i, family: 'Microsoft YaHei' },
  { pattern: /^wqy-microhei\.ttc$/i, family: 'WenQuanYi Micro Hei' },
  { pattern: /^wqy-zenhei\.ttc$/i, family: 'WenQuanYi Zen Hei' },
  { pattern: /^DroidSansFallback(Full)?\.ttf$/i, family: 'Droid Sans Fallback' },
  { pattern: /^simhei\.ttf$/i, family: 'SimHei' },
]

let found: Promise<ChineseFont | undefined> | undefined

/** A Chinese font of this machine, looked for once in the folders where fonts live; nothing where there is none. */
export function chineseFont(): Promise<ChineseFont | undefined> {
  found ??= fontIn(folders)
  return found
}

export async function fontIn(places: readonly string[]): Promise<ChineseFont | undefined> {
  const files = (await Promise.all(places.map(filesUnder))).flat().sort()
  for (const { pattern, family } of known) {
    const file = files.find((one) => pattern.test(path.basename(one)))
    if (file) return { file, family }
  }
  return undefined
}

async function filesUnder(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder, { recursive: true })
    return names.map((name) => path.join(folder, name))
  } catch {
    // A folder that is not there holds no font.
    return []
  }
}
