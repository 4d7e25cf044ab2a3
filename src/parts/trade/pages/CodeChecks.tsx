import { T, useWords } from '#web/locale.tsx'
import type { Enterprise } from './free-trade-words.ts'

type Code = Enterprise['code']
type Worked = Code['whole']

/** Both checks of a code: one line each where they pass, worked out character by character where they fail. */
export function CodeChecks({ code }: { code: Code }) {
  const { organisation, whole, length } = code
  const wrong = new Set([
    ...whole.strangers,
    ...(organisation.passes || organisation.strangers.length > 0 ? [] : [17]),
    ...(whole.passes || whole.strangers.length > 0 ? [] : [18]),
  ])
  return (
    <div className="code-checks">
      <p className="code-spelt">
        {placed([...code.code]).map(({ place, one }) => (
          <span key={place} data-wrong={wrong.has(place) || undefined}>
            {one}
          </span>
        ))}
      </p>
      {length !== 18 ? (
        <p className="code-verdict" data-wrong>
          ▲{' '}
          <T
            zh="有 {length} 位，应为 18 位；请对照营业执照补全"
            en="It has {length} characters instead of 18; see the business licence"
            length={length}
          />
        </p>
      ) : (
        <>
          <Verdict
            check={organisation}
            name={{
              zh: '主体标识码（第 9 至 17 位，GB 11714）',
              en: 'Organisation code (positions 9 to 17, GB 11714)',
            }}
            from={9}
            rule={{ zh: '11 减去余数（10 写作 X，11 写作 0）', en: '11 less the remainder (10 is written X, 11 is 0)' }}
          />
          <Verdict
            check={whole}
            name={{ zh: '整个代码（第 18 位，GB 32100）', en: 'Whole code (position 18, GB 32100)' }}
            from={1}
            rule={{
              zh: '31 减去余数，按代码字符集换成字符',
              en: '31 less the remainder, as a character of the code’s alphabet',
            }}
          />
        </>
      )}
    </div>
  )
}

interface VerdictProps {
  check: Worked
  name: { zh: string; en: string }
  /** place of its first character in the code */
  from: number
  rule: { zh: string; en: string }
}

function Verdict({ check, name, from, rule }: VerdictProps) {
  const t = useWords()
  if (check.passes)
    return (
      <p className="code-verdict">
        <span className="code-right">●</span> <T zh="{name}：校验相符" en="{name}: it checks" name={t(name)} />
      </p>
    )
  return (
    <div className="code-wrong">
      <p className="code-verdict" data-wrong>
        ▲ <T zh="{name}：" en="{name}: " name={t(name)} />
        {check.strangers.length > 0 ? (
          <T
            zh="第 {places} 位的字符不能出现（不用 I、O、S、V、Z）；请对照营业执照更正"
            en="the character in position {places} may not stand there (I, O, S, V and Z are not used); see the business licence"
            places={check.strangers.join('、')}
          />
        ) : (
          <T
            zh="末位是 {found}，按前面的字符应为 {expected}；前面若有一位填错，末位也会不符，请逐位对照营业执照"
            en="it ends in {found}, the characters before it give {expected}; one wrong character among them makes it fail too, so compare each with the licence"
            found={check.found}
            expected={check.expected ?? '—'}
          />
        )}
      </p>
      <Working check={check} from={from} rule={rule} />
    </div>
  )
}

/** The sum as a person would do it on paper: each character with its place, value, weight and product. */
function Working({ check, from, rule }: Omit<VerdictProps, 'name'>) {
  const t = useWords()
  const said = (value: number | null) => (value === null ? '—' : String(value))
  return (
    <div className="code-working">
      <p>
        <T
          zh="每格自上而下：位置、字符、代表的数×加权、乘积。"
          en="In each cell, from the top: position, character, value × weight, product."
        />
      </p>
      <ol>
        {placed(check.characters).map(({ place, one: { character, value, weight, product } }) => (
          <li key={place} data-stranger={value === null || undefined}>
            <small>{from + place - 1}</small>
            <b>{character}</b>
            <span>
              {said(value)}×{weight}
            </span>
            <span>{said(product)}</span>
          </li>
        ))}
      </ol>
      {check.sum !== null && (
        <p>
          <T
            zh="乘积之和 {sum}，除以 {modulus} 余 {rest}；{rule}，得 {expected}。"
            en="The products add up to {sum}, which leaves {rest} when divided by {modulus}; {rule}: {expected}."
            sum={check.sum}
            modulus={check.modulus}
            rest={check.sum % check.modulus}
            rule={t(rule)}
            expected={check.expected ?? '—'}
          />
        </p>
      )}
    </div>
  )
}

/** Things with their places, from 1: a character of a code has no other name. */
function placed<One>(things: readonly One[]): { place: number; one: One }[] {
  return things.map((one, index) => ({ place: index + 1, one }))
}
