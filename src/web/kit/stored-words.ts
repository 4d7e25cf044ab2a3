import { useLocale } from '../locale.tsx'

/** Names that the program itself writes into records, in Chinese: who loaded the zone, what a row by hand is called. */
const english: Record<string, string> = {
  系统加载: 'first loading',
  页面更正: 'corrected by hand',
  页面登记: 'entered by hand',
  数据包: 'zone package',
  '演示园区：由程序起草、核对并签署': 'demonstration zone: drafted, checked and signed by the program',
}

/** Says a stored name in the reader's language; names of people and files stay as they are. */
export function useStored(): (name: string) => string {
  const { locale } = useLocale()
  return (name) => (locale === 'en' ? (english[name] ?? name) : name)
}
