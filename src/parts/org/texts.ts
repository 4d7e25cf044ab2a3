import type { RefusalTexts } from '#kernel/refusal.ts'
import { peopleRefusals } from './people-texts.ts'

const boundaryRefusals: RefusalTexts = {
  'org/place-outside': {
    problem: {
      zh: '东经 {longitude}、北纬 {latitude} 不在本区范围内。',
      en: '{longitude} east, {latitude} north lies outside the zone.',
    },
    cure: {
      zh: '请在图上的边界以内选点；如果用的是高德、腾讯或百度地图的坐标，请先换算成 WGS-84。',
      en: 'Choose a point inside the boundary on the map; turn coordinates of Chinese web maps into WGS-84 first.',
    },
  },
  'org/boundary-unreadable': {
    problem: { zh: '边界文件 {file} 读不了：{problem}', en: 'The boundary file {file} cannot be read: {problem}' },
    cure: {
      zh: '请写成 GeoJSON（WGS-84），每块的 properties 写 kind、code、unit、from、to；单位须在 units.csv 里。',
      en: 'Write GeoJSON (WGS-84) whose properties are kind, code, unit, from, to; units must be in units.csv.',
    },
  },
}

const unitRefusals: RefusalTexts = {
  'org/unit-unknown': {
    problem: { zh: '没有“{unit}”这个单位。', en: 'There is no unit "{unit}".' },
    cure: {
      zh: '请填写单位树里的单位代码或全称；新单位先在“单位”页新设。',
      en: 'Use the code or the full name of a unit of the tree; open a new unit on the Units page first.',
    },
  },
  'org/code-taken': {
    problem: { zh: '单位代码 {code} 已有人用。', en: 'The unit code {code} is taken.' },
    cure: {
      zh: '请换一个代码；已撤销单位的代码也不能再用，以免历史混淆。',
      en: 'Choose another code. Codes of closed units stay theirs, so that history is not mixed up.',
    },
  },
  'org/root-taken': {
    problem: { zh: '单位树已有根，{unit} 不能没有上级。', en: 'The tree has its root already; {unit} needs a parent.' },
    cure: { zh: '请为它指定上级单位。', en: 'Name the unit it belongs below.' },
  },
  'org/root-stays': {
    problem: {
      zh: '{unit} 是单位树的根，不能改隶或撤销。',
      en: '{unit} is the root of the tree; it cannot be moved or closed.',
    },
    cure: { zh: '请改动它下面的单位。', en: 'Change the units below it instead.' },
  },
  'org/unit-cycle': {
    problem: {
      zh: '{unit} 不能放到 {parent} 下面：{on} 起 {parent} 就在 {unit} 下面（{path}）。',
      en: '{unit} cannot go below {parent}: from {on} {parent} stands below {unit} itself ({path}).',
    },
    cure: {
      zh: '请选另一个上级，或先把 {parent} 移出 {unit}。',
      en: 'Choose another parent, or move {parent} out of {unit} first.',
    },
  },
  'org/parent-closed': {
    problem: { zh: '上级单位 {parent} 自 {closed} 起已撤销。', en: 'The parent {parent} is closed from {closed} on.' },
    cure: { zh: '请选一个存续的上级单位。', en: 'Choose a parent that stays open.' },
  },
  'org/parent-not-open': {
    problem: {
      zh: '{on} 时上级单位 {parent} 尚未设立（{opened} 设立）。',
      en: 'On {on} the parent {parent} was not there yet (opened {opened}).',
    },
    cure: { zh: '请把日期改到 {opened} 或以后，或另选上级。', en: 'Choose {opened} or later, or another parent.' },
  },
  'org/unit-closed': {
    problem: { zh: '{unit} 自 {closed} 起已撤销。', en: '{unit} is closed from {closed} on.' },
    cure: { zh: '撤销的单位只能查阅；请选存续的单位。', en: 'A closed unit can only be read; choose an open one.' },
  },
  'org/unit-not-open': {
    problem: {
      zh: '{on} 时 {unit} 不能进人：设立于 {opened}，撤销于 {closed}。',
      en: '{unit} cannot take people on {on}: it opened on {opened} and closed on {closed}.',
    },
    cure: { zh: '请选当日存续且未撤销的单位，或改日期。', en: 'Choose a unit that is open, or another day.' },
  },
  'org/closed-before-open': {
    problem: {
      zh: '{unit} 的撤销日 {closed} 不晚于设立日 {opened}。',
      en: '{unit} would close on {closed}, not after it opened on {opened}.',
    },
    cure: { zh: '请把撤销日改到设立日之后。', en: 'Choose a closing day after the opening day.' },
  },
  'org/move-too-early': {
    problem: {
      zh: '{unit} 在 {last} 已有一次变动，{on} 早于或等于它。',
      en: '{unit} has a move on record on {last}; {on} is not after it.',
    },
    cure: {
      zh: '历史只能往后续写：请选 {last} 之后的日期。',
      en: 'History is only written forward: choose a day after {last}.',
    },
  },
  'org/rename-too-early': {
    problem: {
      zh: '{unit} 的现用名自 {last} 起使用，{on} 早于它。',
      en: '{unit} has borne its name since {last}; {on} is before that.',
    },
    cure: { zh: '请选 {last} 或以后的日期。', en: 'Choose {last} or a later day.' },
  },
  'org/rename-on-record': {
    problem: {
      zh: '{unit} 已登记在 {on} 或以后更名，不能在那之前撤销。',
      en: '{unit} has a new name on record from {on} or later; it cannot close before that.',
    },
    cure: { zh: '请选更名之后的日期。', en: 'Choose a day after the renaming.' },
  },
  'org/units-remain': {
    problem: {
      zh: '{on} 时 {unit} 下面还有单位：{units}。',
      en: 'On {on} there are still units below {unit}: {units}.',
    },
    cure: { zh: '请先把它们改隶别处或撤销，再撤销 {unit}。', en: 'Move or close them first, then close {unit}.' },
  },
  'org/people-remain': {
    problem: { zh: '{on} 时 {unit} 还有 {people} 名人员。', en: 'On {on} there are still {people} people in {unit}.' },
    cure: { zh: '请先把他们调到别的单位，再撤销 {unit}。', en: 'Move them to another unit first, then close {unit}.' },
  },
  'org/outside-scope': {
    problem: { zh: '单位 {unit} 不在您的权限范围内。', en: 'The unit {unit} is outside what you may work on.' },
    cure: {
      zh: '请选本单位及下属单位；需要时请安全管理员授权。',
      en: 'Choose your unit or one below it; ask the security administrator if you need more.',
    },
  },
  'org/day-unreadable': {
    problem: { zh: '“{day}”不是一个日期。', en: '"{day}" is not a day.' },
    cure: {
      zh: '请写成 2018-06-28 的样子，且日期须真实存在。',
      en: 'Write it like 2018-06-28, and choose a day that exists.',
    },
  },
  'org/zone-file-unreadable': {
    problem: {
      zh: '数据包文件 {file} 第 {line} 行读不了：{column} 不对（“{value}”）。',
      en: 'Line {line} of {file} cannot be read: {column} is wrong ("{value}").',
    },
    cure: {
      zh: '请按数据包说明改正该行后再装载。',
      en: 'Mend that line as the zone package describes and load again.',
    },
  },
}

/** What the part says when it refuses. */
export const refusals: RefusalTexts = { ...unitRefusals, ...boundaryRefusals, ...peopleRefusals }
