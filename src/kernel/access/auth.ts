import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth, twoFactor, username } from 'better-auth/plugins'
import type pg from 'pg'
import type { Config } from '../config.ts'
import { emailOf, isUsername, usernameOf } from './usernames.ts'

export interface AuthSettings {
  pool: pg.Pool
  config: Pick<Config, 'url' | 'oidc'>
  secret: string
}

/** How long a sign-in lasts, in seconds: a working day, not prolonged by use. */
const sessionSeconds = 8 * 3600

/** The address of the caller as the door saw it; whatever the caller wrote there is overwritten. */
export const addressHeader = 'x-jingkai-address'

const cookiePrefix = 'jingkai'

/** The name of the session cookie: under TLS browsers hold it to its prefix. */
export const sessionCookie = (url: string): string =>
  `${url.startsWith('https:') ? '__Secure-' : ''}${cookiePrefix}.session_token`

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** Better Auth on our tables: passwords, second factor, the zone's own single sign-on. Nobody signs up. */
export function authOptions({ pool, config, secret }: AuthSettings) {
  return {
    ...tables,
    appName: 'Jingkai',
    baseURL: config.url,
    basePath: '/api/auth',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: { enabled: true, disableSignUp: true },
    databaseHooks: { session: { create: { before: (session) => refuseDisabled(pool, session.userId) } } },
    onAPIError: { errorURL: `${config.url}/sign-in` },
    rateLimit: {
      enabled: true,
      window: 10,
      max: 100,
      customRules: {
        '/sign-in/*': { window: 10, max: 30 },
        '/two-factor/*': { window: 10, max: 10 },
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: config.url.startsWith('https:'),
      // said, because the library leaves both out when it thinks that a test runs
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [usernames, secondFactor, genericOAuth({ config: config.oidc ? [singleSignOn(config.oidc)] : [] })],
  } satisfies BetterAuthOptions
}

export const createAuth = (settings: AuthSettings) => betterAuth(authOptions(settings))

const tables = {
  user: { modelName: 'users', fields: { emailVerified: 'email_verified', ...stamps } },
  session: {
    modelName: 'sessions',
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...stamps },
    expiresIn: sessionSeconds,
    disableSessionRefresh: true,
    cookieCache: { enabled: false },
  },
  account: {
    modelName: 'credentials',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...stamps,
    },
    encryptOAuthTokens: true,
    // Our accounts hold no address that anybody could own, so the provider's word for the user name is the link.
    accountLinking: { trustedProviders: ['oidc'], requireLocalEmailVerified: false },
  },
  verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...stamps } },
} satisfies BetterAuthOptions

const usernames = username({
  minUsernameLength: 2,
  maxUsernameLength: 30,
  usernameNormalization: usernameOf,
  usernameValidator: isUsername,
  validationOrder: { username: 'post-normalization' },
  schema: { user: { fields: { displayUsername: 'display_username' } } },
})

const secondFactor = twoFactor({
  issuer: 'Jingkai',
  schema: {
    user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
    twoFactor: {
      modelName: 'second_factors',
      fields: {
        userId: 'user_id',
        backupCodes: 'backup_codes',
        failedVerificationCount: 'failed_verification_count',
        lockedUntil: 'locked_until',
      },
    },
  },
})

/** The identity provider's `preferred_username` names one of our accounts; it makes none. */
function singleSignOn({ issuer, clientId, clientSecret }: NonNullable<Config['oidc']>) {
  return {
    providerId: 'oidc',
    discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ['openid', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    mapProfileToUser: (profile: Record<string, unknown>) => {
      const named = usernameOf(String(profile['preferred_username'] ?? ''))
      return { name: String(profile['name'] ?? named), email: emailOf(named), emailVerified: true }
    },
  }
}

async function refuseDisabled(pool: pg.Pool, userId: string): Promise<void> {
  const disabled = await pool.query('select from users where id = $1 and disabled_at is not null', [userId])
  if (disabled.rowCount) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED', message: 'disabled' })
}
