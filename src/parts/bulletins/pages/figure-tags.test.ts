import { expect, test } from 'vitest'
import { figureTags, inserted } from './figure-tags.ts'

const tagOf = (name: string) => figureTags.find(({ tag }) => tag === name)!

test.each([
  ['产值。', { from: 2, to: 2 }, 'level', '产值{% level "gdp" %}。'],
  ['产值331亿元。', { from: 2, to: 7 }, 'figure', '产值{% figure "gdp" %}。'],
  ['一段。二段。', { from: 3, to: 3 }, 'table', '一段。\n\n{% table "gdp" %}\n\n二段。'],
  ['一段。\n\n', { from: 5, to: 5 }, 'chart', '一段。\n\n{% chart "gdp" %}'],
  ['', { from: 0, to: 0 }, 'table', '{% table "gdp" %}'],
])('%j at %o, %s', (text, place, name, expected) => {
  expect(inserted(text, place, tagOf(name), 'gdp')).toEqual({ text: expected, caret: expected.indexOf('%}') + 2 })
})
