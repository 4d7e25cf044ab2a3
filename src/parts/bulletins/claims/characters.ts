/** The offsets of characters that take two UTF-16 units; most texts have none. */
export function wideCharacters(text: string): Uint32Array {
  const found: number[] = []
  for (let i = 0; i < text.length - 1; i++) {
    if (!isHigh(text.charCodeAt(i)) || !isLow(text.charCodeAt(i + 1))) continue
    found.push(i)
    i += 1
  }
  return Uint32Array.from(found)
}

/** The offset in characters (code points) of an offset in UTF-16 units. */
export function inCharacters(offset: number, wide: Uint32Array): number {
  let low = 0
  let high = wide.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((wide[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return offset - low
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff
