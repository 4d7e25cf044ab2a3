import { expect, test } from 'vitest'
import { isNamedBy, likePattern, searchPattern, spell } from './spelling.ts'

const finds = (text: string, query: string) => text.includes(searchPattern(query) ?? '\n')

test.each([
  ['张三', 'zhang san', 'zs'],
  ['曾国藩', 'zeng guo fan', 'zgf'],
  ['单雄信', 'shan xiong xin', 'sxx'],
  ['欧阳娜娜', 'ou yang na na', 'oynn'],
  ['吕布', 'lv bu', 'lb'],
  ['John Smith', 'john smith', 'js'],
])('%s is spelled %s, %s', (name, pinyin, initials) => {
  expect(spell(name, 'person')).toMatchObject({ pinyin, initials })
})

const { searchText } = spell('张三丰', 'person', ['P0042'])
test.each([
  '张',
  '三丰',
  '张三',
  '张 三',
  'zhangsan',
  'Zhang San',
  'zhang sanfeng',
  'sanfeng',
  'zsf',
  'zs',
  'sf',
  'p0042',
])('%s finds 张三丰', (query) => {
  expect(finds(searchText, query)).toBe(true)
})
test.each(['张丰', 'angsan', 'hs', '0042', 'zhangsi'])('%s does not find 张三丰', (query) => {
  expect(finds(searchText, query)).toBe(false)
})

test('nothing asked is no pattern, and signs of like are taken as they stand', () => {
  expect(searchPattern('   ')).toBeNull()
  expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%')
})

test.each([
  ['zobl', true],
  ['zhongou', true],
  ['banlie', true],
  ['班列', true],
  ['trains.co', true],
  ['TRAINS', true],
  ['nlie', false],
  ['包裹', false],
  [' ', false],
])('中欧班列, trains.count is named by %j: %s', (query, named) => {
  expect(isNamedBy(['中欧班列开行', 'trains.count'], query)).toBe(named)
})
