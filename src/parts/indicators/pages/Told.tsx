import { createElement, Fragment, type ReactNode } from 'react'
import { useWords, type Words } from '#web/locale.tsx'

/** Words whose `{name}`s are drawn, not only written: `<Told words={…} slots={{ name: <Link … /> }} />`. */
export function Told({ words, slots }: { words: Words; slots: Record<string, ReactNode> }) {
  const t = useWords()
  const pieces = t(words).split(/\{(\w+)\}/)
  return createElement(Fragment, null, ...pieces.map((piece, index) => (index % 2 === 1 ? slots[piece] : piece)))
}
