import type { Details, Words } from '#kernel/i18n/words.ts'
import { type Meant, type NumberFault, numberFault } from './container-number.ts'

const see: Words = { zh: '已记入；请对照运单或箱体核对箱号', en: 'It is in; see the waybill or the box itself' }

const said: Record<NumberFault['kind'], { meaning: Words; cure: Words }> = {
  'check-digit': {
    meaning: {
      zh: '箱号的校验码应为 {digit}，写的是 {found}（ISO 6346）',
      en: 'the check digit should be {digit}, it is {found} (ISO 6346)',
    },
    cure: {
      zh: '已记入；可能是 {meant}，方括号里是可能写错的位次，⇄ 表示两位写颠倒；请对照运单核对',
      en: 'It is in; perhaps {meant}: in brackets the place that may be wrong, ⇄ two that changed places; see the waybill',
    },
  },
  'check-missing': {
    meaning: { zh: '箱号少了末位校验码，应为 {digit}', en: 'the last digit is missing; it is {digit}' },
    cure: { zh: '已记入；完整的箱号是 {meant}，请更正', en: 'It is in; the whole number is {meant}, correct it' },
  },
  'letter-digit': {
    meaning: { zh: '箱号里字母和数字混淆', en: 'letters and digits are mixed up in the number' },
    cure: { zh: '已记入；应为 {meant}，请更正', en: 'It is in; it should be {meant}, correct it' },
  },
  category: {
    meaning: {
      zh: '箱号第 4 位是“{found}”；集装箱为 U，另有 J、Z、R',
      en: 'the fourth letter is "{found}"; containers have U, other equipment J, Z or R',
    },
    cure: see,
  },
  shape: {
    meaning: {
      zh: '“{found}”不是箱号：应为 4 个字母、6 位数字和 1 位校验码',
      en: '"{found}" is no container number: four letters, six digits and a check digit',
    },
    cure: see,
  },
  discouraged: {
    meaning: {
      zh: '箱号 {serial} 的余数是 10，校验码 0 分辨不出某些笔误，一般不发这样的号',
      en: 'the remainder of {serial} is 10, so that some slips go unnoticed; such numbers are seldom issued',
    },
    cure: see,
  },
}

/** The checks of a container number as a ledger declares them: one a kind of fault, each with the number that was probably meant. */
export const containerNumberChecks = (Object.keys(said) as NumberFault['kind'][]).map((kind) => ({
  name: `container-${kind}`,
  severity: 'warn' as const,
  column: 'container' as const,
  passes: (row: { readonly container: string }) => faultOf(row.container)?.kind !== kind,
  details: (row: { readonly container: string }) => detailsOf(faultOf(row.container)!),
  ...said[kind],
}))

/** A row's checks ask one after the other for the same number. */
function faultOf(number: string): NumberFault | undefined {
  if (last.number !== number) last = { number, fault: numberFault(number) }
  return last.fault
}

let last: { number: string; fault: NumberFault | undefined } = { number: '', fault: numberFault('') }

function detailsOf(fault: NumberFault): Details {
  return fault.kind === 'check-digit' ? { ...fault, meant: fault.meant.map(shown) } : { ...fault }
}

/** `CSQU3054383 [7⇄8]` for two that changed places, `[9]` for one that was misread. */
function shown({ number, places }: Meant): string {
  return `${number} [${places.join('⇄')}]`
}
