/** Chinese characters, letters, digits, dot, hyphen, underscore; 2 to 30 of them. */
const fitting = /^[\p{Script=Han}a-z0-9._-]{2,30}$/u

/** One form for each user name: full-width and capital letters are the same as plain ones. */
export const usernameOf = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

export const isUsername = (username: string): boolean => fitting.test(username)

/**
 * The address that the sign-in library wants of every account. Nothing is ever sent to it: `.invalid` never resolves
 * (RFC 2606). The user name is spelled in hexadecimal, because an address cannot hold Chinese characters.
 */
export const emailOf = (username: string): string => `${Buffer.from(username).toString('hex')}@accounts.invalid`

/** At least 8 and at most 128 characters, of two kinds or more, without the user name. */
export function isStrong(password: string, username: string): boolean {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u, /\p{Lo}/u].filter((kind) =>
    kind.test(password),
  ).length
  return password.length >= 8 && password.length <= 128 && kinds >= 2 && !password.toLowerCase().includes(username)
}
