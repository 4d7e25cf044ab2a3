/** The known word nearest to what was written, when it is near enough to have been meant. */
export function closest(written: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(written.length * 0.5)) + 1
  for (const word of known) {
    const distance = word.includes(written) || written.includes(word) ? 1 : editDistance(written, word)
    if (distance < least) {
      least = distance
      best = word
    }
  }
  return best
}

/** Insertions, removals and replacements of one character between two words (Levenshtein). */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const here = [row]
    for (let place = 1; place <= b.length; place++) {
      const replaced = above[place - 1]! + (a[row - 1] === b[place - 1] ? 0 : 1)
      here.push(Math.min(replaced, above[place]! + 1, here[place - 1]! + 1))
    }
    above = here
  }
  return above[b.length]!
}
