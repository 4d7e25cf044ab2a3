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
        {placed([...code.code]).map(({ place, text }) => (
          <span key={place} data-wrong={wrong.has(place) || undefined}>
            {text}
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

/** The sum as a person would do it on paper. */
function Working({ check, from, rule }: Omit<VerdictProps, 'name'>) {
  const t = useWords()
  const rows = [
    { words: { zh: '位置', en: 'Position' }, cells: check.characters.map((_, place) => String(from + place)) },
    { words: { zh: '字符', en: 'Character' }, cells: check.characters.map(({ character }) => character) },
    { words: { zh: '代表的数', en: 'Value' }, cells: check.characters.map(({ value }) => value?.toString() ?? '—') },
    { words: { zh: '加权', en: 'Weight' }, cells: check.characters.map(({ weight }) => `×${weight}`) },
    { words: { zh: '乘积', en: 'Product' }, cells: check.characters.map(({ product }) => product?.toString() ?? '—') },
  ]
  return (
    <div className="code-working">
      <table>
        <tbody>
          {rows.map(({ words, cells }) => (
            <tr key={words.en}>
              <th scope="row">{t(words)}</th>
              {placed(cells).map(({ place, text }) => (
                <td key={place} data-stranger={check.characters[place - 1]?.value === null || undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
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

/** Texts with their places, from 1: a character of a code has no other name. */
function placed(texts: readonly string[]): { place: number; text: string }[] {
  return texts.map((text, index) => ({ place: index + 1, text }))
}
