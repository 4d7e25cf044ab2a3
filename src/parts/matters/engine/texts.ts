import type { RefusalTexts } from '#kernel/refusal.ts'
import { wishTexts } from './wish-texts.ts'

export const engineTexts: RefusalTexts = {
  ...wishTexts,
  'matters/unknown': {
    problem: { zh: '没有案卷“{number}”。', en: 'There is no matter “{number}”.' },
    cure: { zh: '核对案卷号，或从列表打开。', en: 'Check the number, or open it from a list.' },
  },
  'matters/moved-meanwhile': {
    problem: {
      zh: '您查看期间，{by} 已对案卷 {number} 作了“{deed}”，现为“{state}”。',
      en: '{by} did “{deed}” to matter {number} while you were looking at it; it is now “{state}”.',
    },
    cure: {
      zh: '您填写的内容还在。刷新后看清现在的状态，再决定是否办理。',
      en: 'What you wrote is still there. Refresh, look at where it stands, then decide.',
    },
  },
  'matters/not-from-here': {
    problem: {
      zh: '案卷现为“{state}”，不能“{deed}”。',
      en: 'The matter is “{state}”: “{deed}” is not possible from here.',
    },
    cure: { zh: '在案卷页面选择现在可以办理的事。', en: 'Choose among the deeds that its page offers now.' },
  },
  'matters/not-yours': {
    problem: {
      zh: '“{deed}”须由 {unit} 或其上级有此权限的人员办理。',
      en: '“{deed}” is for people of {unit}, or above it, who hold that permission.',
    },
    cure: {
      zh: '请该单位办理，或向安全管理员申请角色。',
      en: 'Ask that unit, or ask the security administrator for the role.',
    },
  },
  'matters/handled-it': {
    problem: {
      zh: '您处置过此案卷，不能由您“{deed}”。',
      en: 'You handled this matter: “{deed}” is for somebody else.',
    },
    cure: { zh: '请未参与处置的同事办理。', en: 'Ask a colleague who did not handle it.' },
  },
  'matters/not-verified': {
    problem: {
      zh: '此案卷尚未核实属实，不能立案。',
      en: 'The matter has not been verified on the spot, so it cannot be registered.',
    },
    cure: {
      zh: '先派核实；核实不属实的，选择不予立案。',
      en: 'Send it to be verified; if nothing was found, do not accept it.',
    },
  },
  'matters/standard-unknown': {
    problem: {
      zh: '所选立结案标准不属于小类 {category}。',
      en: 'The standard chosen is not one of category {category}.',
    },
    cure: {
      zh: '从该小类的标准中选择；小类不对的先更正。',
      en: 'Choose one of that category, or correct the category first.',
    },
  },
  'matters/standard-missing': {
    problem: {
      zh: '案卷没有立结案标准，派遣后无法计时。',
      en: 'The matter has no standard, so its clock could not run.',
    },
    cure: { zh: '退回立案，选择标准后再派遣。', en: 'Return it to be registered with a standard, then dispatch it.' },
  },
  'matters/category-registered': {
    problem: { zh: '已立案的案卷不能更改小类。', en: 'A registered matter keeps its category.' },
    cure: {
      zh: '先回退到立案，再更正小类并重新选择标准。',
      en: 'Return it to be registered, correct the category and choose a standard again.',
    },
  },
  'matters/category-unknown': {
    problem: { zh: '现行标准中没有小类“{category}”。', en: 'The standards in force have no category “{category}”.' },
    cure: { zh: '从现行小类中选择（如 E0304）。', en: 'Choose one of the categories in force, such as E0304.' },
  },
  'matters/standards-missing': {
    problem: { zh: '还没有导入立结案标准。', en: 'No standards have been imported yet.' },
    cure: { zh: '在“立结案标准”页面导入标准表。', en: 'Import a table of standards on the page of standards.' },
  },
  'matters/desks-missing': {
    problem: {
      zh: '还没有指定监督中心和指挥中心。',
      en: 'The zone has not named its supervision and command centres.',
    },
    cure: {
      zh: '在数据包的 matters/desks.yaml 中写明 supervision 和 command 两个单位，再加载。',
      en: 'Name the units supervision and command in matters/desks.yaml of the zone package, then load it.',
    },
  },
  'matters/still-assigned': {
    problem: {
      zh: '案卷已指定经办人，不能直接回退。',
      en: 'Somebody is named for this matter, so it cannot be returned yet.',
    },
    cure: { zh: '先由经办人回退，或撤销指定。', en: 'Let that person return it, or take the name away first.' },
  },
  'matters/unit-closed': {
    problem: {
      zh: '单位 {unit} 已撤销，不能派遣。',
      en: 'Unit {unit} has been closed: nothing can be dispatched to it.',
    },
    cure: { zh: '选择承接其职责的单位。', en: 'Choose the unit that took over its duties.' },
  },
  'matters/person-unknown': {
    problem: { zh: '没有账号“{person}”。', en: 'There is no account “{person}”.' },
    cure: { zh: '从名单中选择经办人。', en: 'Choose the person from the list.' },
  },
  'matters/merge-itself': {
    problem: { zh: '案卷不能并入它自己。', en: 'A matter cannot be merged into itself.' },
    cure: { zh: '选择另一个案卷。', en: 'Choose another matter.' },
  },
  'matters/merge-ended': {
    problem: {
      zh: '案卷 {number} 已办结，不能并入。',
      en: 'Matter {number} has ended: nothing can be merged into it.',
    },
    cure: { zh: '选择在办的案卷，或按反弹重新办理那一件。', en: 'Choose one that is open, or let that one come back.' },
  },
  'matters/merge-busy': {
    problem: { zh: '要并入的案卷正有人办理。', en: 'Somebody is at work on the matter to merge into.' },
    cure: { zh: '刷新后再并案。', en: 'Refresh, then merge again.' },
  },
  'matters/half-a-place': {
    problem: { zh: '位置只给了经度和纬度中的一个。', en: 'Only one of longitude and latitude was given.' },
    cure: { zh: '两个都给，或都不给。', en: 'Give both or neither.' },
  },
  'matters/not-staged': {
    problem: {
      zh: '只有督察交办、专项检查和项目受阻可以阶段性办结。',
      en: 'Only inspection issues, campaigns and blocked projects end by stages.',
    },
    cure: { zh: '核查通过的，直接结案。', en: 'Close it if the check was passed.' },
  },
  'matters/hours-unreadable': {
    problem: {
      zh: '工作时段“{hours}”读不懂，或没有先后顺序。',
      en: 'The working hours “{hours}” cannot be read or are not in order.',
    },
    cure: {
      zh: '按 08:00–12:00、14:00–18:00 的样子填写，时段不重叠。',
      en: 'Write them like 08:00–12:00, 14:00–18:00, without overlap.',
    },
  },
  'matters/time-rules-missing': {
    problem: { zh: '数据库中没有工作时段规则。', en: 'The database holds no time rules.' },
    cure: { zh: '运行 jingkai doctor 检查数据库。', en: 'Run jingkai doctor to look at the database.' },
  },
}
