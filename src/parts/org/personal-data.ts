import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { refuse } from '#kernel/refusal.ts'

/** Seals personal data at rest: AES-256-GCM under a key derived from the configured secret. */
export interface Vault {
  /** `owner` is bound to the sealed text: a sealed phone moved to another person's row does not open */
  seal(text: string, owner: string): Buffer
  /** refuses `org/phone-sealed` when the secret is another, or the bytes were changed */
  open(sealed: Buffer, owner: string): string
}

const form = 1
const ivLength = 12
const tagLength = 16

/** The vault of a transaction, under the installation's secret. */
export function vaultOf({ secret }: { secret: string }): Vault {
  const key = Buffer.from(hkdfSync('sha256', secret, 'jingkai', 'personal data, form 1', 32))
  return { seal: (text, owner) => seal(key, text, owner), open: (sealed, owner) => open(key, sealed, owner) }
}

/** The mobile or fixed number of a Chinese phone as digits: `+86 138-0000-1234` becomes `13800001234`; null when it is none. */
export function phoneOf(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replaceAll(/[\s\-().—–]/g, '')
    .replace(/^(?:\+|00)86/, '')
  return /^(?:1[3-9]\d{9}|0\d{2,3}[2-9]\d{6,7}|[2-9]\d{6,7})$/.test(digits) ? digits : null
}

/** `13800001234` becomes `138****1234`: the last four digits, four hidden, and what stands before them. */
export function maskPhone(digits: string): string {
  return `${digits.slice(0, Math.max(0, digits.length - 8))}****${digits.slice(-4)}`
}

function seal(key: Buffer, text: string, owner: string): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(form), iv, cipher.getAuthTag(), body])
}

function open(key: Buffer, sealed: Buffer, owner: string): string {
  const [iv, tag] = [sealed.subarray(1, 1 + ivLength), sealed.subarray(1 + ivLength, 1 + ivLength + tagLength)]
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
    return decipher.update(sealed.subarray(1 + ivLength + tagLength), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return refuse('org/phone-sealed', {}, 409)
  }
}
