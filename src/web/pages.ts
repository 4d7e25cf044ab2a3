import type { ComponentType } from 'react'
import type { Words } from '#kernel/i18n/words.ts'
import { rows } from './page-rows.ts'
import type { IconName } from './shell/icons.tsx'

export type Section = 'overview' | 'people' | 'economy' | 'livelihood' | 'bulletin' | 'administration'

/** One page: an address, the file that draws it, its words, and where the menu shows it. */
export interface PageRow {
  path: string
  /** `<part>/<Name>Page`: the default export of src/parts/<part>/pages/<Name>Page.tsx, or of src/web for `shell/` and `administration/` */
  page: string
  words: Words
  section: Section
  /** permission that opens it; absent: every signed-in person */
  permission?: `${string}/${string}`
  /** with an icon the page stands in the menu; without one it is reached from others */
  icon?: IconName
  /** a second order of the menu on phones: in the bottom bar */
  thumb?: true
  /** no menu and header around it */
  bare?: true
  /** opens without a session */
  open?: true
}

export const sections: Record<Section, Words> = {
  overview: { zh: '总览', en: 'Overview' },
  economy: { zh: '发展与开放', en: 'Economy' },
  livelihood: { zh: '民生', en: 'Livelihood' },
  people: { zh: '队伍', en: 'People' },
  bulletin: { zh: '通报', en: 'Bulletin' },
  administration: { zh: '管理', en: 'Administration' },
}

type Loaded = { default: ComponentType }

const files: Record<string, () => Promise<Loaded>> = {
  ...import.meta.glob<Loaded>('../parts/*/pages/*Page.tsx'),
  ...import.meta.glob<Loaded>(['./shell/*Page.tsx', './administration/*Page.tsx']),
}

function fileOf(row: PageRow): string {
  const [part, name] = row.page.split('/')
  return part === 'shell' || part === 'administration' ? `./${part}/${name}.tsx` : `../parts/${part}/pages/${name}.tsx`
}

export interface Page extends PageRow {
  load(): Promise<Loaded>
}

/** The pages whose files exist, in the order of the menu. */
export const pages: readonly Page[] = rows.flatMap((row) => {
  const load = files[fileOf(row)]
  return load ? [{ ...row, load }] : []
})

/** Files that no row shows: a page that nobody could reach. */
export const unlisted = Object.keys(files).filter((file) => !rows.some((row) => fileOf(row) === file))
