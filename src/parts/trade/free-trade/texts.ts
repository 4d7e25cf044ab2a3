import type { RefusalTexts } from '#kernel/refusal.ts'

export const freeTradeRefusals = {
  'trade/enterprise-unknown': {
    problem: {
      zh: '入区企业台账里没有代码 {code}',
      en: 'The register of the free trade zone has no enterprise with the code {code}',
    },
    cure: {
      zh: '请核对代码，或在自贸区页按名称（含曾用名）查找；新企业先导入入区登记',
      en: 'See to the code, or look by present or former name on the page of the zone; a new enterprise is imported first',
    },
  },
} satisfies RefusalTexts
