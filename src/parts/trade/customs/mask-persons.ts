/** Texts of customs name the person they speak of; neither number nor name nor telephone stays. */
export function maskPersons(text: string): string {
  return text
    .replaceAll(named, (_, word: string) => `${word}[***]`)
    .replaceAll(cardNumber, (number) => `${number.slice(0, 4)}${'*'.repeat(10)}${number.slice(-4)}`)
    .replaceAll(telephone, (number) => `${number.slice(0, 3)}****${number.slice(-4)}`)
}

const named =
  /(购买人|订购人|支付人|收货人|个人|姓名|电话|证件号码?|身份证号?码?|地址)\s*[：:]?\s*(?:\[[^\]]*\]|【[^】]*】)/g
/** A number with a possible day of birth in it. */
const cardNumber = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g
const telephone = /(?<!\d)1[3-9]\d{9}(?!\d)/g
