export interface DiffLine {
  kind: 'same' | 'gone' | 'new'
  /** line in the old text, and in the new one; null where it has none */
  was: number | null
  now: number | null
  text: string
}

/** Lines of two texts side by side: the longest common run of lines stays, the rest is gone or new, gone first. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, next] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1
  let tail = 0
  while (tail < Math.min(old.length, next.length) - head && old.at(-1 - tail) === next.at(-1 - tail)) tail += 1
  const middle = between(old.slice(head, old.length - tail), next.slice(head, next.length - tail), head)
  const same = (from: number, count: number, shift: number): DiffLine[] =>
    Array.from({ length: count }, (_, place) => ({
      ...{ kind: 'same', was: from + place + 1, now: from + place + shift + 1, text: old[from + place] ?? '' },
    }))
  return [...same(0, head, 0), ...middle, ...same(old.length - tail, tail, next.length - old.length)]
}

/** Beyond this many pairs the middle is told as all gone and all new: correct, if less kind. */
const MOST_PAIRS = 4_000_000

function between(old: readonly string[], next: readonly string[], shift: number): DiffLine[] {
  const gone = (place: number): DiffLine => ({
    kind: 'gone',
    was: shift + place + 1,
    now: null,
    text: old[place] ?? '',
  })
  const fresh = (place: number): DiffLine => ({
    kind: 'new',
    was: null,
    now: shift + place + 1,
    text: next[place] ?? '',
  })
  if (old.length * next.length > MOST_PAIRS) return [...old.map((_, i) => gone(i)), ...next.map((_, j) => fresh(j))]
  const longest = commonLengths(old, next)
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < next.length) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      lines.push({ kind: 'same', was: shift + i + 1, now: shift + j + 1, text: old[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= next.length || (i < old.length && longest[i + 1]![j]! >= longest[i]![j + 1]!)) {
      lines.push(gone(i))
      i += 1
    } else {
      lines.push(fresh(j))
      j += 1
    }
  }
  return lines
}

/** How many lines the rests from `i` and `j` have in common. */
function commonLengths(old: readonly string[], next: readonly string[]): Uint32Array[] {
  const longest = Array.from({ length: old.length + 1 }, () => new Uint32Array(next.length + 1))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = next.length - 1; j >= 0; j -= 1) {
      longest[i]![j] =
        old[i] === next[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
    }
  }
  return longest
}

/** Changed lines with a few same ones around each; `null` stands for lines left out. */
export function nearChanges(lines: readonly DiffLine[], around = 2): (DiffLine | null)[] {
  const near = lines.map((_, place) =>
    lines.slice(Math.max(0, place - around), place + around + 1).some(({ kind }) => kind !== 'same'),
  )
  return lines.flatMap((line, place) => {
    if (near[place]) return [line]
    return place === 0 || near[place - 1] ? [null] : []
  })
}
