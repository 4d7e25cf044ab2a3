import { describe, expect, test } from 'vitest'
import { problemOf } from './problem.ts'

describe('a problem as the page says it', () => {
  test('takes the words of a refusal from its detail, since its title is the code', () => {
    const told = {
      code: 'ledgers/heading-unknown',
      title: 'ledgers/heading-unknown',
      detail: '表头"箱数量"不在台账中。',
      cure: '是否应为"箱数"？',
      requestId: 'r-7',
    }
    expect(problemOf(422, told, 'zh')).toMatchObject({
      code: 'ledgers/heading-unknown',
      title: '表头"箱数量"不在台账中。',
      detail: '',
      cure: '是否应为"箱数"？',
      request: 'r-7',
    })
  })

  test('names the fields of a shape error without the part of the request', () => {
    const told = {
      code: 'kernel/shape',
      title: 'kernel/shape',
      issues: [{ place: 'body.items.2.value', message: '不是数' }],
    }
    expect(problemOf(400, told, 'zh').fields).toEqual({ 'items.2.value': '不是数' })
  })

  test.each([
    [0, 'offline', '连不上服务器'],
    [403, 'fault', '您没有查看此页的权限'],
    [502, 'fault', '系统出了差错'],
  ])('has words of its own for %i without a document', (status, code, title) => {
    expect(problemOf(status, '<html>', 'zh')).toMatchObject({ status, code, title })
  })
})
