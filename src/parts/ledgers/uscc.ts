/**
 * Whether a unified social credit code checks: 18 characters without I, O, S, V and Z, the last one computed from the other
 * seventeen with weights 3^i mod 31 (GB 32100-2015, 4.5 and annex B). Any registrar may stand in positions 1 and 2.
 */
export function isUscc(code: string): boolean {
  return code.length === 18 && checkCharacter(code.slice(0, 17)) === code[17]
}

/** The eighteenth character for the first seventeen, or nothing when one of them is not of the alphabet. */
export function checkCharacter(first: string): string | undefined {
  let sum = 0
  let weight = 1
  for (const character of first) {
    const value = alphabet.indexOf(character)
    if (value < 0) return undefined
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31]
}

/** Whether the organisation code inside, positions 9 to 17 of a credit code, checks by its own rule (GB 11714-1997). */
export function isOrganisationCode(nine: string): boolean {
  return nine.length === 9 && organisationCharacter(nine.slice(0, 8)) === nine[8]
}

/** The ninth character of an organisation code for its first eight; nothing when they are not eight digits or capital letters. */
export function organisationCharacter(first: string): string | undefined {
  if (!/^[0-9A-Z]{8}$/.test(first)) return undefined
  const sum = organisationWeights.reduce(
    (total, weight, place) => total + weight * Number.parseInt(first[place]!, 36),
    0,
  )
  return '0123456789X0'[11 - (sum % 11)]
}

export const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
export const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
