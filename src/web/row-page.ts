/** The address of a row's own page: `/opening/trains/{trainNumber}/{departedOn}` with its values; none while one of them is missing. */
export function rowPage(
  page: string | null,
  values: Readonly<Record<string, string | null | undefined>>,
): string | undefined {
  if (page === null) return undefined
  let whole = true
  const address = page.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    whole &&= value !== null && value !== undefined && value !== ''
    return encodeURIComponent(value ?? '')
  })
  return whole ? address : undefined
}
