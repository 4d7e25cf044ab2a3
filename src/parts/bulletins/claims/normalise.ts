/** A text made plain for reading, and for every character of it the place in the original it came from. */
export interface PlainText {
  text: string
  /** `at[i]` is the offset in the original of character i. */
  at: Int32Array
  /** Where the original begins that was made plain. */
  base: number
}

const wide = new Map<string, string>(
  [...'０１２３４５６７８９']
    .map((digit, at): [string, string] => [digit, String(at)])
    .concat([
      ['％', '%'],
      ['﹪', '%'],
      ['．', '.'],
      ['＋', '+'],
      ['／', '/'],
      ['＆', '&'],
      ['－', '-'],
      ['−', '-'],
      ['﹣', '-'],
      ['‐', '-'],
      ['‑', '-'],
      ['–', '-'],
      ['―', '—'],
      ['─', '—'],
      ['～', '—'],
      ['~', '—'],
      ['∶', ':'],
      ['︰', ':'],
      ['㎡', '㎡'],
      ['(', '（'],
      [')', '）'],
      [';', '；'],
      ['!', '！'],
      ['?', '？'],
      ['［', '['],
      ['］', ']'],
    ]),
)

const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9'
const isAscii = (char: string) => /[A-Za-z0-9.%]/.test(char)
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF*`]/
const blank = /[ \u00A0\u2000-\u200A\u202F\u205F\u3000]/

/**
 * Full-width to half-width, marks that cannot be seen dropped, blanks dropped but between Latin words, lines that a
 * page broke in the middle of a sentence joined. One pass; every kept character remembers where it stood.
 */
export function normalise(original: string, base = 0): PlainText {
  const out: string[] = []
  const at = new Int32Array(original.length)
  const keep = (char: string, from: number) => {
    at[out.length] = base + from
    out.push(char)
  }
  let blankBefore = false
  let line = { from: 0, prose: false, began: false }
  for (let i = 0; i < original.length; i++) {
    const raw = original.charAt(i)
    if (line.began && raw >= '一' && raw <= '鿿') {
      blankBefore = false
      keep(raw, i)
      continue
    }
    if (raw === '\n' || raw === '\r' || raw === '\u2028' || raw === '\u2029') {
      if (!line.began) continue
      if (!breaksSentence(out.at(-1) ?? '', line.prose, out.length - line.from)) {
        line = { from: line.from, prose: line.prose, began: false }
        continue
      }
      keep('\n', i)
      line = { from: out.length, prose: false, began: false }
      blankBefore = false
      continue
    }
    if (blank.test(raw)) {
      blankBefore = true
      continue
    }
    if (unseen.test(raw)) continue
    const char = plain(raw, original, i, out.at(-1))
    if (!line.began && (char === '#' || char === '>')) continue
    if (
      blankBefore &&
      out.length > 0 &&
      isAscii(out.at(-1) ?? '') &&
      isAscii(char) &&
      !groupsThousands(out, original, i)
    )
      keep(' ', i)
    blankBefore = false
    keep(char, i)
    line.began = true
    if (char === '，' || char === '。' || char === '；') line.prose = true
  }
  return { text: out.join(''), at, base }
}

function plain(raw: string, original: string, i: number, before: string | undefined): string {
  const next = original.charAt(i + 1)
  const nextDigit = isDigit(next) || (next >= '０' && next <= '９')
  const code = raw.charCodeAt(0)
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return String.fromCharCode(code - 0xfee0)
  if (raw === ',') return isDigit(before) && isThousands(original, i) ? ',' : '，'
  if (raw === '，') return raw
  if (raw === ':' || raw === '：') return isDigit(before) && nextDigit ? ':' : '：'
  if (raw === '.') return nextDigit || /[A-Za-z0-9]/.test(before ?? '') ? '.' : '。'
  if (raw === '·' || raw === '•') return isDigit(before) && nextDigit ? '.' : raw
  if (raw === '|' || raw === '\t') return '\n'
  return wide.get(raw) ?? raw
}

/** 1 086亿元: a blank between one to three digits and exactly three groups thousands. */
function groupsThousands(out: readonly string[], original: string, i: number): boolean {
  if (!/^[0-9]{3}(?![0-9])/.test(original.slice(i, i + 4))) return false
  let digits = 0
  while (digits < 4 && isDigit(out[out.length - 1 - digits])) digits += 1
  const before = out[out.length - 1 - digits] ?? ''
  return (
    digits >= 1 &&
    digits <= 3 &&
    !/[A-Za-z.\-/第No]/.test(before) &&
    !/^[0-9]{3} ?[年月]/.test(original.slice(i, i + 5))
  )
}

/** `,` followed by exactly three digits groups thousands; anything else is a comma between clauses. */
function isThousands(original: string, i: number): boolean {
  return /^[0-9]{3}(?![0-9])/.test(original.slice(i + 1, i + 5))
}

/** A page may break a line anywhere: a long line of prose that stops in the middle of a word goes on in the next. */
function breaksSentence(last: string, prose: boolean, length: number): boolean {
  if ('，、'.includes(last) && last !== '') return false
  if (!prose || length < 24) return true
  return /[。！？；：%）”\d元个家人吨]/.test(last)
}
