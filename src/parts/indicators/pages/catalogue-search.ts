import type { Words } from '#web/locale.tsx'

interface Named {
  code: string
  name: Words
  aliases: readonly string[]
}

/** The indicators whose name, other names or code hold every word that was typed, in either language. */
export function found<Indicator extends Named>(indicators: readonly Indicator[], sought: string): Indicator[] {
  const typed = sought.toLowerCase().split(/\s+/).filter(Boolean)
  return indicators.filter(({ code, name, aliases }) => {
    const said = [code, name.zh, name.en, ...aliases].join(' ').toLowerCase()
    return typed.every((word) => said.includes(word))
  })
}
