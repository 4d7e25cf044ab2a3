import { describe, expect, test } from 'vitest'
import { Misconfigured, readConfig } from './config.ts'

const problemsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment, '/srv')
    return []
  } catch (error) {
    if (error instanceof Misconfigured) return error.problems
    throw error
  }
}

describe('configuration', () => {
  test('an empty environment is enough', () => {
    expect(readConfig({ PORT: '', HOST: ' ' }, '/srv')).toEqual({
      databaseUrl: undefined,
      dataFolder: '/srv/.jingkai',
      host: '127.0.0.1',
      port: 4310,
      url: 'http://127.0.0.1:4310',
      secret: undefined,
      oidc: undefined,
      logLevel: 'info',
      allowDemonstration: false,
      zoneFolder: '/srv/zones/zhengzhou-2018',
    })
  })

  test('what is set is taken', () => {
    const config = readConfig(
      {
        DATABASE_URL: 'postgresql://u:p@db/jingkai',
        JINGKAI_DATA: '/var/lib/jingkai',
        PORT: '80',
        HOST: '0.0.0.0',
        JINGKAI_URL: 'https://zone.example.cn/',
        JINGKAI_ALLOW_DEMONSTRATION: 'yes',
        OIDC_ISSUER: 'https://idp.example.cn',
        OIDC_CLIENT_ID: 'jingkai',
        OIDC_CLIENT_SECRET: 'hush',
      },
      '/srv',
    )
    expect(config).toMatchObject({ dataFolder: '/var/lib/jingkai', url: 'https://zone.example.cn', port: 80 })
    expect(config).toMatchObject({ allowDemonstration: true, oidc: { clientId: 'jingkai' } })
  })

  test.each([
    [{ HOST: '0.0.0.0' }, 'http://127.0.0.1:4310'],
    [{ HOST: '::1', PORT: '9' }, 'http://[::1]:9'],
    [{ HOST: 'zone.local' }, 'http://zone.local:4310'],
  ])('the address follows from %o', (environment, url) => {
    expect(readConfig(environment).url).toBe(url)
  })

  test('every problem is told at once, in both languages, without the secrets', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://root:geheim@db',
      PORT: '70000',
      JINGKAI_URL: 'zone.example.cn',
      JINGKAI_SECRET: 'geheim',
      LOG_LEVEL: 'loud',
      JINGKAI_ALLOW_DEMONSTRATION: 'perhaps',
      OIDC_ISSUER: 'https://idp.example.cn',
    })
    expect(problems).toHaveLength(7)
    for (const words of problems) {
      expect(words.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(words.en).toMatch(/^[\x20-\x7e]+$/)
    }
    const text = JSON.stringify(problems)
    expect(text).toContain('70000')
    expect(text).toContain('OIDC_CLIENT_ID, OIDC_CLIENT_SECRET')
    expect(text).not.toContain('geheim')
  })
})
