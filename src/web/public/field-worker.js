// The field page without a network: its entry page, its files, the person's own list and who they are, as last seen.
// Asks the network first for everything but files named by their content; forgets all of it once nobody is signed in.
const KEPT = 'jingkai-field-1'
const ANSWERS = ['/api/session', '/api/matters/field']

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// The page was drawn before it was guarded: it tells which files it came with.
self.addEventListener('message', (event) => {
  const addresses = event.data?.files
  if (Array.isArray(addresses)) event.waitUntil(keepAll(addresses.filter((address) => isFile(new URL(address)))))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (address.origin !== self.location.origin) return
  if (address.pathname === '/api/auth/sign-out') event.waitUntil(caches.delete(KEPT))
  if (request.method !== 'GET') return
  if (isFile(address)) event.respondWith(keptFirst(request))
  else if (request.mode === 'navigate') event.respondWith(networkFirst(request, '/matters/field'))
  else if (isAnswer(address)) event.respondWith(networkFirst(request, address.pathname + address.search))
})

const isFile = ({ pathname }) => pathname.startsWith('/assets/') || pathname === '/mark.svg'
const isAnswer = ({ pathname }) =>
  ANSWERS.some((begin) => pathname.startsWith(begin)) || /^\/api\/photos\/[^/]+\/thumb$/.test(pathname)

async function keptFirst(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await keep(request, answer.clone())
  return answer
}

async function networkFirst(request, name) {
  try {
    const answer = await fetch(request)
    if (answer.status === 401) await caches.delete(KEPT)
    else if (answer.ok && !(await nobody(name, answer))) await keep(name, answer.clone())
    return answer
  } catch (lost) {
    const kept = await caches.match(name)
    if (kept) return kept
    throw lost
  }
}

/** Signed out elsewhere, or another account now: what was kept is not theirs. */
async function nobody(name, answer) {
  if (name !== '/api/session') return false
  const now = (await answer.clone().json()).person
  const before = await caches.match('/api/session').then((kept) => kept?.json())
  if (!now || (before?.person && before.person.username !== now.username)) await caches.delete(KEPT)
  return !now
}

const keep = async (name, answer) => (await caches.open(KEPT)).put(name, answer)

async function keepAll(addresses) {
  const cache = await caches.open(KEPT)
  for (const address of addresses) if (!(await cache.match(address))) await cache.add(address).catch(() => undefined)
}
