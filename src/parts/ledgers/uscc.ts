/**
 * Whether a unified social credit code checks: 18 characters without I, O, S, V and Z, the last one computed from the other
 * seventeen with weights 3^i mod 31 (GB 32100-2015, 4.5 and annex B).
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

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
