import { useQueryClient } from '@tanstack/react-query'
import { useLocale } from '../locale.tsx'
import './header.css'

/** Says the page in the other language; the button is written in that language. */
export function LanguageSwitch() {
  const { locale, speak } = useLocale()
  const queries = useQueryClient()
  const other = locale === 'zh' ? 'en' : 'zh'
  const turn = () => {
    speak(other)
    queries.invalidateQueries()
  }
  return (
    <button type="button" className="header-deed" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={turn}>
      {other === 'zh' ? '中文' : 'English'}
    </button>
  )
}
