import type { RefusalTexts } from '#kernel/refusal.ts'

/** What sign-off says when it refuses. */
export const signOffRefusals: RefusalTexts = {
  'bulletins/draft-unknown': {
    problem: { zh: '没有编号为 {id} 的草稿。', en: 'There is no draft number {id}.' },
    cure: { zh: '请从通报页的“在办草稿”打开。', en: 'Open it from the drafts in hand on the page Bulletins.' },
  },
  'bulletins/draft-exists': {
    problem: {
      zh: '{period} 的这份通报已有在办草稿，编号 {id}。',
      en: 'This bulletin of {period} is in hand already: draft {id}.',
    },
    cure: {
      zh: '请接着办理草稿 {id}；不再需要时先作废。',
      en: 'Go on with draft {id}; drop it first if it is not needed any more.',
    },
  },
  'bulletins/draft-moved': {
    problem: { zh: '{by}刚刚办理了这份草稿。', en: '{by} has just taken a step with this draft.' },
    cure: {
      zh: '请重新打开，看过最新情况再办。您写的内容请先复制。',
      en: 'Open it again and look before you go on. Copy what you wrote first.',
    },
  },
  'bulletins/draft-closed': {
    problem: { zh: '这份草稿已经印发或作废。', en: 'This draft has been issued or dropped.' },
    cure: {
      zh: '要改已印发的通报，请先撤回，再重新起草。',
      en: 'To change a bulletin, withdraw it and draw it up anew.',
    },
  },
  'bulletins/draft-not-checked': {
    problem: {
      zh: '这份草稿最近一次修改后还没有核对。',
      en: 'This draft has not been checked since it was last changed.',
    },
    cure: { zh: '请先点“核对”。', en: 'Check it first.' },
  },
  'bulletins/draft-not-reviewed': {
    problem: { zh: '这份草稿还没有审核。', en: 'This draft has not been reviewed.' },
    cure: {
      zh: '请由起草人以外的审核人审核后再印发。',
      en: 'Somebody else than its writer reviews it before it is issued.',
    },
  },
  'bulletins/reviewer-wrote-it': {
    problem: {
      zh: '{by}是最后起草或修改的人，不能自己审核。',
      en: '{by} wrote this text last and cannot review it.',
    },
    cure: { zh: '请另一位审核人审核。', en: 'Ask another reviewer.' },
  },
  'bulletins/findings-block': {
    problem: {
      zh: '核对发现与数据不符 {contradicted} 处、单位错位 {slips} 处、文内不一致 {inconsistent} 处。',
      en: 'The check found {contradicted} contradicted by the records, {slips} with a unit slip, {inconsistent} inconsistent.',
    },
    cure: {
      zh: '请退回修改；确认可以通过的，写明理由（至少六个字），理由随记录留存。',
      en: 'Return the draft; or give the reason why it may pass, in six characters or more, which is kept with the record.',
    },
  },
  'bulletins/facts-changed': {
    problem: {
      zh: '核对以后有 {count} 处数字变了：{changes}。',
      en: '{count} figures have changed since the check: {changes}.',
    },
    cure: { zh: '请重新核对，再审核、印发。', en: 'Check the draft again; then it is reviewed and issued.' },
  },
  'bulletins/facts-behind-changed': {
    problem: {
      zh: '核对以后，数字背后的记录有更新，印出来的字没有变。',
      en: 'The records behind the figures have changed since the check, though every figure still reads the same.',
    },
    cure: { zh: '请重新核对，再审核、印发。', en: 'Check the draft again; then it is reviewed and issued.' },
  },
  'bulletins/pack-unreadable': {
    problem: { zh: '“{file}”不是可以校验的证据包：{reason}。', en: '"{file}" is not an evidence pack: {reason}.' },
    cure: {
      zh: '请用系统下载的原包（.zip），没有改过名字以外的任何内容。',
      en: 'Use the .zip as it was downloaded; nothing but its name may differ.',
    },
  },
}
