const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * A unified social credit code that passes both check digits (GB 32100-2015, GB 11714) and shows at a glance that it is made
 * up: real organisation codes begin with a digit or with MA, these with DEM.
 */
export function demonstrationUscc(number: number): string {
  const organisation = `DEM${String(number).padStart(5, '0')}`
  const body = `91410171${organisation}${organisationCheck(organisation)}`
  return body + usccCheck(body)
}

/** The eighteenth character for the first seventeen. */
export function usccCheck(body: string): string {
  let weight = 1
  let sum = 0
  for (const letter of body) {
    sum += letters.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return letters[(31 - (sum % 31)) % 31]!
}

function organisationCheck(organisation: string): string {
  const sum = [...organisation].reduce(
    (total, letter, index) => total + Number.parseInt(letter, 36) * organisationWeights[index]!,
    0,
  )
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
