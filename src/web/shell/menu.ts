import { type Page, pages, type Section, sections } from '../pages.ts'

export interface MenuSection {
  section: Section
  pages: readonly Page[]
}

/** The menu of a person: sections in order, each with the pages that may be opened; empty sections are left out. */
export function menuFor(may: (permission: string | undefined) => boolean): MenuSection[] {
  return (Object.keys(sections) as Section[])
    .map((section) => ({
      section,
      pages: pages.filter((page) => page.icon && page.section === section && may(page.permission)),
    }))
    .filter((part) => part.pages.length > 0)
}

/** The menu entry an address belongs to: the longest path that it begins with. */
export function entryOf(pathname: string, menu: readonly MenuSection[]): string | undefined {
  return menu
    .flatMap((part) => part.pages.map((page) => page.path))
    .filter((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)))
    .sort((a, b) => b.length - a.length)[0]
}
