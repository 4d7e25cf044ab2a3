/** What is wrong with a container number, and what was probably meant. Never a reason to refuse it: registries hold wrong ones. */
export type NumberFault =
  | { kind: 'check-missing'; digit: string; meant: string }
  | { kind: 'letter-digit'; meant: string }
  | { kind: 'check-digit'; digit: string; found: string; meant: Meant[] }
  | { kind: 'discouraged'; serial: string }
  | { kind: 'category'; found: string }
  | { kind: 'shape'; found: string }

/** A number that checks, and the change that leads to it: two neighbours swapped, or one character read as another; places count from 1. */
export interface Meant {
  number: string
  places: readonly number[]
}

/**
 * What is wrong with a container number of ISO 6346 (owner code of three letters, category U, J, Z or R, six digits, check digit), or nothing.
 * Blanks and hyphens do not count. A number whose letters and digits only look alike, or that lacks its last digit, is told as that. Where the
 * digit is wrong, the one that would check is named, and up to three numbers that check and differ by one slip of hand or eye, likeliest first.
 */
export function numberFault(written: string): NumberFault | undefined {
  const number = plain(written)
  if (!pattern.test(number)) return shapeFault(number)
  const digit = checkDigit(number)
  if (digit !== number[10]) return digitFault(number, digit)
  return remainder(number) === 10 ? { kind: 'discouraged', serial: number.slice(0, 10) } : undefined
}

/** The digit that the first ten characters call for (ISO 6346, annex A); they must be four letters and six digits. */
export function checkDigit(number: string): string {
  return String(remainder(number) % 10)
}

/** Without blanks, hyphens and width, in capitals: as it is stored. */
export function plain(written: string): string {
  return written
    .normalize('NFKC')
    .replaceAll(/[\s\-.]/g, '')
    .toUpperCase()
}

const pattern = /^[A-Z]{3}[UJZR]\d{7}$/

/** Letters count from 10 upward and pass over 11, 22 and 33; each place weighs twice the one before it. */
function remainder(number: string): number {
  let sum = 0
  for (let place = 0; place < 10; place++) sum += worth(number.charCodeAt(place)) * 2 ** place
  return sum % 11
}

function worth(code: number): number {
  if (code < 65) return code - 48
  const rank = code - 55
  return rank + Math.floor((rank - 1) / 10)
}

function shapeFault(number: string): NumberFault {
  const alike = readAlike(number)
  if (alike !== number && pattern.test(alike) && checkDigit(alike) === alike[10])
    return { kind: 'letter-digit', meant: alike }
  if (/^[A-Z]{3}[UJZR]\d{6}$/.test(number)) {
    const digit = checkDigit(number)
    return { kind: 'check-missing', digit, meant: number + digit }
  }
  if (/^[A-Z]{4}\d{7}$/.test(number)) return { kind: 'category', found: number[3]! }
  return { kind: 'shape', found: number.slice(0, 20) }
}

/** Letters where letters stand and digits where digits stand, of those that eyes take for each other. */
function readAlike(number: string): string {
  const letters = number.slice(0, 4).replaceAll(/[01258]/g, (digit) => lettersAlike[digit]!)
  return letters + number.slice(4).replaceAll(/[OQDILZSB]/g, (letter) => digitsAlike[letter]!)
}

const lettersAlike: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 8: 'B' }
const digitsAlike: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', B: '8' }

function digitFault(number: string, digit: string): NumberFault {
  const meant = [...swaps(number), ...misreadOwners(number), ...misreadings(number)]
  const mended = { number: number.slice(0, 10) + digit, places: [11] }
  const others = meant.filter((candidate) => candidate.number !== mended.number)
  return { kind: 'check-digit', digit, found: number[10]!, meant: [...others, mended].slice(0, 3) }
}

/** Two digits that changed places; two letters only when that makes an owner who is known. */
function swaps(number: string): Meant[] {
  return [0, 1, 4, 5, 6, 7, 8, 9].flatMap((place) => {
    const meant = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2)
    const likely = isGood(meant) && (place > 3 || owners.has(meant.slice(0, 4)))
    return likely && meant !== number ? [{ number: meant, places: [place + 1, place + 2] }] : []
  })
}

function isGood(number: string): boolean {
  return pattern.test(number) && checkDigit(number) === number[10]
}

/** One serial digit that was taken for another. */
function misreadings(number: string): Meant[] {
  return [4, 5, 6, 7, 8, 9].flatMap((place) =>
    [...neighbours[number[place]!]!]
      .map((other) => ({ number: number.slice(0, place) + other + number.slice(place + 1), places: [place + 1] }))
      .filter((candidate) => isGood(candidate.number)),
  )
}

/** One letter of an owner nobody knows, where another letter makes one who is known. */
function misreadOwners(number: string): Meant[] {
  const written = number.slice(0, 4)
  if (owners.has(written)) return []
  return [...owners].flatMap((owner) => {
    const places = [0, 1, 2, 3].filter((place) => owner[place] !== written[place]).map((place) => place + 1)
    const meant = owner + number.slice(4)
    return places.length === 1 && isGood(meant) ? [{ number: meant, places }] : []
  })
}

/** Owner codes that are often seen on these trains; only to tell a likely slip, never to refuse another. */
const owners = new Set(
  'CSQU CBHU COSU CCLU CSNU MRKU MSKU MAEU MSCU MEDU CMAU HLXU HLBU TCNU TGHU TCLU TRHU TEMU TGBU CAIU FCIU BMOU SEGU HDMU HMMU OOLU EGHU EMCU YMLU TBJU RZDU DBSU'.split(
    ' ',
  ),
)

/** Digits that are misread or lie beside each other on a keyboard. */
const neighbours: Readonly<Record<string, string>> = {
  0: '968',
  1: '74',
  2: '513',
  3: '8269',
  4: '1759',
  5: '4628',
  6: '5098',
  7: '1418',
  8: '3690',
  9: '8603',
}
