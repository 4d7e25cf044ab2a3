import type { RefusalTexts } from '../refusal.ts'

/** What signing in, accounts and grants refuse. */
export const accessRefusals: RefusalTexts = {
  'access/password-wrong': {
    problem: { zh: '用户名或口令不对。', en: 'The user name or the password is wrong.' },
    cure: {
      zh: '请核对后再试；连错 5 次将锁定 15 分钟。忘记口令请找系统管理员重设。',
      en: 'Check both and try again; five wrong tries lock it for 15 minutes. The administrator can set a new password.',
    },
  },
  'access/locked': {
    problem: { zh: '登录失败次数过多，已锁定到 {opensAt}。', en: 'Too many failed tries: locked until {opensAt}.' },
    cure: {
      zh: '请在 {minutes} 分钟后再试；如不是您本人在试，请告诉安全管理员。',
      en: 'Try again in {minutes} minutes; if it was not you, tell the security administrator.',
    },
  },
  'access/account-disabled': {
    problem: { zh: '这个账号已停用。', en: 'This account is disabled.' },
    cure: { zh: '如需恢复，请找系统管理员。', en: 'The administrator can enable it again.' },
  },
  'access/code-wrong': {
    problem: { zh: '验证码不对。', en: 'The code is wrong.' },
    cure: {
      zh: '请输入验证器上当前的 6 位数字，或一个没用过的备用码；手机时间须准确。',
      en: "Type the six digits shown now, or an unused backup code; the phone's clock must be right.",
    },
  },
  'access/second-step-over': {
    problem: { zh: '这次两步验证已失效。', en: 'This second step has run out.' },
    cure: { zh: '请重新输入用户名和口令。', en: 'Start again with user name and password.' },
  },
  'access/second-factor-absent': {
    problem: { zh: '这个账号没有启用两步验证。', en: 'This account has no second factor.' },
    cure: { zh: '请先启用两步验证。', en: 'Turn the second factor on first.' },
  },
  'access/second-factor-present': {
    problem: { zh: '这个账号已经启用了两步验证。', en: 'This account has a second factor already.' },
    cure: { zh: '如需更换，请先停用再启用。', en: 'To change it, turn it off first.' },
  },
  'access/sign-in-refused': {
    problem: { zh: '登录服务没有接受这个请求：{reason}', en: 'The sign-in was not accepted: {reason}' },
    cure: { zh: '请重新打开登录页再试。', en: 'Open the sign-in page again and retry.' },
  },
  'access/username-unfit': {
    problem: { zh: '用户名“{username}”不合要求。', en: 'The user name "{username}" does not fit.' },
    cure: {
      zh: '请用 2 至 30 个汉字、字母、数字、点、横线或下划线。',
      en: 'Use 2 to 30 Chinese characters, letters, digits, dots, hyphens or underscores.',
    },
  },
  'access/username-taken': {
    problem: { zh: '用户名“{username}”已被使用。', en: 'The user name "{username}" is taken.' },
    cure: { zh: '请换一个用户名。', en: 'Choose another user name.' },
  },
  'access/password-weak': {
    problem: { zh: '口令太弱。', en: 'The password is too weak.' },
    cure: {
      zh: '请用 8 至 128 个字符，不要包含用户名，也不要只用一种字符。',
      en: 'Use 8 to 128 characters, without the user name, and of more than one kind.',
    },
  },
  'access/account-unknown': {
    problem: { zh: '没有这个账号：{account}', en: 'There is no account {account}.' },
    cure: { zh: '请从账号列表里选择。', en: 'Choose one from the list of accounts.' },
  },
  'access/own-account': {
    problem: { zh: '不能停用自己的账号。', en: 'You cannot disable your own account.' },
    cure: { zh: '请由另一位系统管理员操作。', en: 'Ask another system administrator.' },
  },
  'access/own-grant': {
    problem: { zh: '不能给自己授权或收回自己的授权。', en: 'You cannot change your own grants.' },
    cure: { zh: '请由另一位安全管理员操作。', en: 'Ask another security administrator.' },
  },
  'access/password-guarded': {
    problem: {
      zh: '安全管理员和审计员的口令不能由系统管理员重设。',
      en: 'The system administrator cannot reset the password of a security administrator or an auditor.',
    },
    cure: {
      zh: '请本人修改，或在服务器上运行 jingkai admin password。',
      en: 'The person changes it, or somebody runs jingkai admin password on the server.',
    },
  },
  'access/powers-apart': {
    problem: {
      zh: '这个账号已是{held}，不能再授予{role}：系统管理员、安全管理员、审计员必须由不同的人担任。',
      en: 'This account holds {held} and cannot hold {role} as well: administrator, security and auditor are kept apart.',
    },
    cure: {
      zh: '请授予另一个账号，或先收回原有角色。',
      en: 'Grant it to another account, or revoke the other role first.',
    },
  },
  'access/auditor-writes-nothing': {
    problem: {
      zh: '这个账号已是{held}，不能再授予{role}：审计员不能办理业务。',
      en: 'This account holds {held} and cannot hold {role} as well: an auditor does no business.',
    },
    cure: {
      zh: '请授予另一个账号，或先收回原有角色。',
      en: 'Grant it to another account, or revoke the other role first.',
    },
  },
  'access/role-unknown': {
    problem: { zh: '没有“{role}”这个角色。', en: 'There is no role "{role}".' },
    cure: { zh: '可用的角色：{known}。', en: 'Roles that can be used: {known}.' },
  },
  'access/grant-held': {
    problem: { zh: '这个账号在单位 {unit} 已有这个角色。', en: 'This account holds this role in unit {unit} already.' },
    cure: { zh: '不必重复授权。', en: 'Nothing needs to be done.' },
  },
  'access/grant-unknown': {
    problem: { zh: '没有这条授权，或已收回。', en: 'There is no such grant, or it is revoked.' },
    cure: { zh: '请刷新授权列表。', en: 'Reload the list of grants.' },
  },
  'access/outside-scope': {
    problem: { zh: '单位 {unit} 不存在，或不在您的管理范围内。', en: 'Unit {unit} is unknown or outside your scope.' },
    cure: { zh: '请选择您管理范围内的单位。', en: 'Choose a unit within your scope.' },
  },
  'access/key-unknown': {
    problem: { zh: '没有这个密钥，或已作废。', en: 'There is no such key, or it is revoked.' },
    cure: { zh: '请刷新列表。', en: 'Reload the list.' },
  },
  'access/session-unknown': {
    problem: { zh: '没有这次登录，或已结束。', en: 'There is no such session, or it has ended.' },
    cure: { zh: '请刷新列表。', en: 'Reload the list.' },
  },
}
