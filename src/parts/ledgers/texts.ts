import type { RefusalTexts } from '#kernel/refusal.ts'

/** What the ledgers refuse about declarations, imports, batches and figures. Files themselves: `file-texts.ts`. */
export const ledgerRefusals: RefusalTexts = {
  'ledgers/declaration-wrong': {
    problem: { zh: '台账声明有误：{ledger}。', en: 'The ledger declaration {ledger} is wrong.' },
    cure: { zh: '请系统开发人员检查该台账的声明文件。', en: 'Ask a developer to look at its declaration file.' },
  },
  'ledgers/shape-changed': {
    problem: {
      zh: '台账 {ledger} 的列与数据库中已有的表不一致：{changed}。',
      en: 'The columns of ledger {ledger} no longer fit its table: {changed}.',
    },
    cure: {
      zh: '自动升级只能增加可空的列和度量；其他改动请写一份迁移脚本，或恢复原来的声明。',
      en: 'Only optional columns and measures are added by themselves; write a migration for anything else, or put the declaration back.',
    },
  },
  'ledgers/unknown': {
    problem: { zh: '没有名为 {ledger} 的台账。', en: 'There is no ledger {ledger}.' },
    cure: {
      zh: '您是不是要用 {suggestion}？现有台账：{known}。',
      en: 'Did you mean {suggestion}? There are: {known}.',
    },
  },
  'ledgers/no-units': {
    problem: { zh: '还没有单位，台账的记录无处归属。', en: 'There is no unit yet that records could belong to.' },
    cure: { zh: '请先载入经开区数据包，或在“单位”页新建单位。', en: 'Load a zone package or add units first.' },
  },
  'ledgers/headings-missing': {
    problem: {
      zh: '文件缺少必填的列：{columns}。文件中的表头：{found}。',
      en: 'The file lacks required columns: {columns}. Its headings: {found}.',
    },
    cure: {
      zh: '可能对应的表头：{suggestion}。请在对应步骤中指明，或改用模板的表头。',
      en: 'Headings that may be them: {suggestion}. Match them in the mapping step, or use the headings of the template.',
    },
  },
  'ledgers/heading-unknown': {
    problem: { zh: '本台账没有“{heading}”这一列。', en: 'This ledger has no column "{heading}".' },
    cure: {
      zh: '您是不是指“{suggestion}”？请在对应步骤中指明该列，或选择不导入它。',
      en: 'Did you mean "{suggestion}"? Match it in the mapping step, or leave it out there.',
    },
  },
  'ledgers/heading-twice': {
    problem: {
      zh: '有两个表头对应同一列，第二个是“{heading}”。',
      en: 'Two headings are the same column; the second is "{heading}".',
    },
    cure: {
      zh: '请删去其中一列，或在对应步骤中选择不导入其中一个。',
      en: 'Remove one of them, or leave one out in the mapping step.',
    },
  },
  'ledgers/mapping-unknown': {
    problem: {
      zh: '对应关系中的“{column}”不是本台账的列。',
      en: 'The mapping names "{column}", which is no column of this ledger.',
    },
    cure: { zh: '您是不是要用 {suggestion}？可用的列：{known}。', en: 'Did you mean {suggestion}? Columns: {known}.' },
  },
  'ledgers/mapping-unreadable': {
    problem: { zh: '对应关系不是有效的 JSON。', en: 'The mapping is not valid JSON.' },
    cure: {
      zh: '请写成 {"表头": "列名"}，不导入的列写 null。',
      en: 'Write {"heading": "column"}, with null for one to leave out.',
    },
  },
  'ledgers/no-rows': {
    problem: { zh: '表头下面没有数据行。', en: 'There are no rows below the headings.' },
    cure: {
      zh: '请确认数据在第一张工作表中，并且已经保存。',
      en: 'See that the rows are on the first sheet and were saved.',
    },
  },
  'ledgers/import-stopped': {
    problem: { zh: '导入已停止，没有数据被改动。', en: 'The import was stopped; nothing was changed.' },
    cure: { zh: '需要时请重新导入该文件。', en: 'Import the file again when you want it in.' },
  },
  'ledgers/too-many-to-search': {
    problem: {
      zh: '这些日子有 {rows} 行，不借助索引最多查找 {most} 行。',
      en: 'These days hold {rows} rows; without an index at most {most} are looked through.',
    },
    cure: {
      zh: '请把日期限在一个月之内，或再选方向、监管方式、国家；编号可直接在查找框里输入开头几位。',
      en: 'Choose days of one month, or a direction, mode or country besides; a number is found by its beginning in the search box.',
    },
  },
  'ledgers/rows-lost': {
    problem: {
      zh: '读到 {read} 行，数据库只收下 {kept} 行，整份文件已撤销。',
      en: '{read} rows were read but the database kept {kept}; the whole file was taken back.',
    },
    cure: {
      zh: '请重新导入；若再次出现，请联系系统开发人员。',
      en: 'Import it again; if it comes again, tell a developer.',
    },
  },
  'ledgers/row-rejected': {
    problem: { zh: '这一行没有通过校验：{reasons}', en: 'The row did not pass its checks: {reasons}' },
    cure: { zh: '请按提示改正后再保存：{cures}', en: 'Mend it as told and save again: {cures}' },
  },
  'ledgers/row-unknown': {
    problem: { zh: '台账 {ledger} 中没有编号为 {row} 的行。', en: 'Ledger {ledger} has no row {row}.' },
    cure: {
      zh: '它可能已随批次撤回；请在台账中重新查找。',
      en: 'It may have gone with a withdrawn batch; look for it in the ledger again.',
    },
  },
  'ledgers/row-known': {
    problem: { zh: '台账中已有这一行。', en: 'The ledger has this row already.' },
    cure: { zh: '请打开该行进行更正，而不是新增。', en: 'Open that row and correct it instead of adding one.' },
  },
  'ledgers/key-fixed': {
    problem: { zh: '“{column}”用来识别这一行，不能更改。', en: '"{column}" identifies the row and cannot be changed.' },
    cure: {
      zh: '如果登记错了，请撤回所在批次，再登记正确的一行。',
      en: 'If it was entered wrongly, withdraw its batch and enter the right row.',
    },
  },
  'ledgers/column-unknown': {
    problem: { zh: '台账 {ledger} 没有“{column}”这一列。', en: 'Ledger {ledger} has no column "{column}".' },
    cure: { zh: '您是不是要用 {suggestion}？可用的列：{known}。', en: 'Did you mean {suggestion}? Columns: {known}.' },
  },
  'ledgers/filter-unreadable': {
    problem: { zh: '筛选条件无法读取：{filter}。', en: 'The filter cannot be read: {filter}.' },
    cure: {
      zh: '请写成 列:方式:值，方式为 is、has、from 或 to；值须符合该列的类型。',
      en: 'Write column:how:value, with is, has, from or to; the value must fit the column.',
    },
  },
  'ledgers/batch-unknown': {
    problem: { zh: '没有编号为 {batch} 的批次。', en: 'There is no batch {batch}.' },
    cure: { zh: '请在批次列表中查找。', en: 'Look for it in the list of batches.' },
  },
  'ledgers/batch-withdrawn': {
    problem: { zh: '批次 {batch} 已于 {at} 撤回。', en: 'Batch {batch} was withdrawn at {at}.' },
    cure: {
      zh: '无需再次撤回；如要恢复，请重新导入原文件。',
      en: 'There is nothing left to withdraw; import the file again to bring it back.',
    },
  },
  'ledgers/nothing-rejected': {
    problem: { zh: '批次 {batch} 没有被退回的行。', en: 'Batch {batch} has no rejected rows.' },
    cure: { zh: '没有需要修改的行。', en: 'There is nothing to mend.' },
  },
  'ledgers/zone-rows-rejected': {
    problem: {
      zh: '数据包文件 {file} 有 {rejected} 行未通过校验，第一处在第 {line} 行（{check}）。',
      en: 'File {file} of the package has {rejected} rows that fail their checks, the first on line {line} ({check}).',
    },
    cure: { zh: '请改正数据包中的这些行，再重新载入。', en: 'Mend those rows of the package and load it again.' },
  },
  'ledgers/row-changed': {
    problem: { zh: '这一行在您打开之后已被他人更正。', en: 'Somebody corrected this row after you opened it.' },
    cure: {
      zh: '请重新打开该行，看清现在的值再更正。',
      en: 'Open it again and look at its values before you correct it.',
    },
  },
  'ledgers/measure-unknown': {
    problem: { zh: '没有名为 {measure} 的度量。', en: 'There is no measure {measure}.' },
    cure: {
      zh: '您是不是要用 {suggestion}？可用的度量：{known}。',
      en: 'Did you mean {suggestion}? Measures: {known}.',
    },
  },
  'ledgers/dimension-unknown': {
    problem: { zh: '台账 {ledger} 没有维度 {dimension}。', en: 'Ledger {ledger} has no dimension {dimension}.' },
    cure: {
      zh: '您是不是要用 {suggestion}？可用的维度：{known}。',
      en: 'Did you mean {suggestion}? Dimensions: {known}.',
    },
  },
}
