import { officialCalendar } from '#kernel/calendar.ts'
import { csv, type ZoneFiles } from './csv.ts'
import type { Post } from './project-people.ts'

/**
 * A problem, then its steps: `dispatch@moment>unit`, `reply@moment=words`, `confirm@moment/who=words`. All of them are made up.
 * project|kind|source|raised at|raised by unit|title|description|steps
 */
const told = `
DT-04|utilities|enterprise|2018-01-11 09:40|PARK-AUTO|涂装车间施工用水压力不足|高峰时段水压低于设计要求，影响混凝土养护|dispatch@2018-01-11 15:20>CITY reply@2018-01-19 10:05=已调整加压泵站运行方案，早晚高峰增压 confirm@2018-01-22 09:12/宇通客车 基建经理=水压正常了
DT-05|permits|enterprise|2018-01-23 14:10|PARK-LOGI|消防设计变更审查等待过久|二号库货架喷淋变更图纸已报送三周|dispatch@2018-01-24 09:00>CONSTRUCTION reply@2018-02-01 16:40=变更审查意见已出具 confirm@2018-02-02 10:30/示例电子商务物流 工程总监=收到，图纸已用
DL-05|land|department|2018-02-06 10:00|CONSTRUCTION|东侧围挡占用相邻地块|相邻地块产权单位要求退让三米|dispatch@2018-02-06 15:00>OFFICE-2 reply@2018-02-26 11:00=已与产权单位签订临时借用协议 confirm@2018-02-27 15:25/经开人民医院 基建科=协议收到
DT-02|utilities|enterprise|2018-03-05 10:20|PARK-AUTO|施工临时用电容量不足|桩基施工需要一千二百千伏安，现有箱变只有八百|dispatch@2018-03-05 16:10>CONSTRUCTION reply@2018-03-14 17:30=已协调供电公司更换箱变 refuse@2018-03-16 08:50/上汽乘用车郑州基地 设备经理=箱变换了，但第二回路没有送电 reply@2018-03-23 15:00=第二回路已送电，现场核过电压 confirm@2018-03-26 09:05/上汽乘用车郑州基地 设备经理=两路都正常
DT-06|logistics|visit|2018-03-20 16:00|PARK-EQUIP|大件运输路线上有限高杆|盾构机主驱动箱高四米八，进厂道路限高四米五|dispatch@2018-03-21 09:30>CITY reply@2018-03-28 14:20=限高杆已改为可升降式，运输前一天报备即可 confirm@2018-03-29 10:10/示例轨道装备 生产副总=已试运一次
DL-04|permits|department|2018-03-27 09:15|EDUCATION|教学楼施工图审查缺抗震专项意见|审查机构要求补专项论证|dispatch@2018-03-27 14:00>CONSTRUCTION reply@2018-04-09 10:00=已组织专家论证，意见书附后 confirm@2018-04-10 11:40/青禾第二中学 筹建处=审查已通过
DT-04|labour|enterprise|2018-04-10 10:30|PARK-AUTO|焊装车间缺技能工人|新线五月投用，还差一百二十名焊工|dispatch@2018-04-10 16:00>ECONOMY return@2018-04-12 09:40=用工对接由组织部人才服务科负责 dispatch@2018-04-12 15:30>ORG reply@2018-04-20 17:20=组织两场专场招聘，签约八十六人 refuse@2018-04-24 09:00/宇通客车 人力总监=签约的人只来了四十人 reply@2018-05-03 16:30=与两所职校签了顶岗实习协议，五十名学生已到岗 confirm@2018-05-07 08:45/宇通客车 人力总监=人数够了
DT-07|land|enterprise|2018-04-16 15:00|PARK-LOGI|三号地块还有两户没有搬迁|核心区道路无法贯通，影响展示中心进场|dispatch@2018-04-17 10:00>OFFICE-5 reply@2018-05-08 16:00=一户已签约，另一户在评估 refuse@2018-05-10 10:20/示例国际贸易产业 总经理助理=没有搬完，道路还是不通
DL-07|land|department|2018-04-23 09:30|CONSTRUCTION|断头路红线内有通信杆线|十一处杆线没有迁改|dispatch@2018-04-23 15:00>CITY reply@2018-05-04 17:00=已迁改九处，其余两处五月十五日前完成 confirm@2018-05-17 10:00/道路施工单位 项目经理=全部迁完
DT-05|funding|enterprise|2018-05-02 11:00|PARK-LOGI|基础设施配套费返还没有到账|协议约定开工后六个月内返还首笔|dispatch@2018-05-02 16:20>FINANCE reply@2018-05-14 15:50=首笔已拨付，回单已发企业 confirm@2018-05-15 09:30/示例电子商务物流 财务经理=到账
DL-09|utilities|department|2018-05-09 10:10|ENV|截污管与燃气管位置冲突|桩号零点八公里处管线交叉|dispatch@2018-05-09 15:40>CONSTRUCTION reply@2018-05-23 11:10=已出管线调整方案
DT-02|permits|visit|2018-05-14 17:10|PARK-AUTO|总装车间钢结构吊装需要夜间施工许可|每天只能白天吊装，工期要多十八天|dispatch@2018-05-15 09:10>ENV reply@2018-05-21 14:30=已核发夜间施工许可，限六月底前 confirm@2018-05-22 08:40/上汽乘用车郑州基地 项目经理=许可证已收到
DL-10|utilities|department|2018-05-21 09:00|HOUSING|安置区外部雨水管没有接口|一期五号楼基坑排水困难|dispatch@2018-05-21 14:10>CITY reply@2018-05-30 16:45=接口已开，临时泵已撤 confirm@2018-05-31 10:00/启明安置区 代建单位=排水正常
DL-03|land|department|2018-05-29 10:40|CONSTRUCTION|二号渠段有一处违章鱼塘|占用渠道蓝线约四亩|dispatch@2018-05-29 16:00>OFFICE-3
DT-06|policy|enterprise|2018-06-04 14:30|PARK-EQUIP|首台套保费补贴材料退回两次|要求不一致，企业不知道缺什么|dispatch@2018-06-05 09:20>ECONOMY reply@2018-06-13 17:00=已列出一次性告知单，材料重新受理
DT-03|land|visit|2018-06-11 10:00|PARK-AUTO|拟选地块内有一条高压走廊|影响发动机试验楼布局|withdraw@2018-06-15 09:30=企业调整总平面后不再需要迁改
DL-02|permits|department|2018-06-12 15:20|CONSTRUCTION|公园二期绿地占用手续没有办完|影响游园步道施工|dispatch@2018-06-13 09:00>CITY
DT-02|utilities|enterprise|2018-06-14 09:50|PARK-AUTO|雨水管网接口标高与设计不符|现场实测低了四十厘米，厂区雨水排不出去|dispatch@2018-06-14 15:30>CONSTRUCTION reply@2018-06-25 16:20=接口已按设计标高改造，六月二十四日通水试验合格
DT-07|funding|enterprise|2018-06-20 11:15|PARK-LOGI|展示中心装修补贴没有实施细则|企业无法测算投资|dispatch@2018-06-21 09:00>FINANCE
DT-03|permits|enterprise|2018-06-27 16:40|PARK-AUTO|能评和环评能否并联办理|企业希望十月开工，串联办理要四个月|
DT-04|logistics|visit|2018-06-28 17:00|PARK-AUTO|零部件货车在锦程大道排队|早高峰等待约四十分钟|`

/** projects/problems.csv and problem-steps.csv: problems of the half-year and what departments and enterprises did about them. */
export function problemFiles(post: Post): ZoneFiles {
  const problems = told.trim().split('\n').map(problemOf)
  const numbered = problems.map((problem, nth) => ({
    ...problem,
    number: `WT-2018-${String(nth + 1).padStart(4, '0')}`,
  }))
  return new Map([
    [
      'projects/problems.csv',
      csv(
        'number,project,title,description,kind,source,at,by',
        numbered.map(({ number, project, title, description, kind, source, at, unit }) => [
          ...[number, project, title, description, kind, source, `${at}:00`, post(unit)],
        ]),
      ),
    ],
    [
      'projects/problem-steps.csv',
      csv(
        'number,at,deed,by,unit,due,words',
        numbered.flatMap(({ number, steps }) => stepsOf(steps, post).map((step) => [number, ...step])),
      ),
    ],
  ])
}

function problemOf(line: string) {
  const [project = '', kind = '', source = '', at = '', unit = '', title = '', description = '', steps = ''] =
    line.split('|')
  return { project, kind, source, at, unit, title, description, steps }
}

/** at, deed, by, unit, due, words of each step; a reply is due seven working days after its dispatch. */
function stepsOf(text: string, post: Post): string[][] {
  let holder = ''
  return [...text.matchAll(/(\w+)@(\S+ \S+?)(?:>(\S+))?(?:\/([^=]+))?(?:=(\S+))?(?= \w+@|$)/g)].map((match) => {
    const [, deed = '', at = '', unit = '', who = '', words = ''] = match
    if (unit) holder = unit
    const again = deed === 'refuse' ? holder : unit
    const by = who || post(deed === 'reply' || deed === 'return' ? holder : 'PROJECT')
    const due = again ? officialCalendar().addWorkdays(at.slice(0, 10), 7) : ''
    return [`${at}:00`, deed, by, again, due, words]
  })
}
