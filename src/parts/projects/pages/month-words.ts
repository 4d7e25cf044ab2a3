import type { Words } from '#web/locale.tsx'

const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** `2018-06` as people write it: 2018年6月, June 2018. */
export function monthWords(month: string): Words {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))]
  return { zh: `${year}年${number}月`, en: `${english[number - 1]} ${year}` }
}
