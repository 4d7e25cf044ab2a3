import { createHmac, timingSafeEqual } from 'node:crypto'

/** The session token inside a cookie header, once its signature holds; null otherwise. */
export function tokenIn(cookies: string | undefined, name: string, secret: string): string | null {
  const value = cookieNamed(cookies ?? '', name)
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return null
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}

function cookieNamed(cookies: string, name: string): string | null {
  const pair = cookies
    .split(';')
    .map((text) => text.trim())
    .find((text) => text.startsWith(`${name}=`))
  try {
    return pair ? decodeURIComponent(pair.slice(name.length + 1)) : null
  } catch {
    return null
  }
}
