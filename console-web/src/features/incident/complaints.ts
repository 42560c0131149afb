import type { Complaint } from '@/contract'

/** Pinyin by syllables, and what people say in Chinese and English. The first nine are the commonest. */
const NAMES: [Complaint, string, string][] = [
  ['chest_pain', 'xiong tong', '胸痛 胸闷 心前区痛 心绞痛 心梗 chest pain'],
  ['stroke', 'zu zhong/zhong feng', '卒中 中风 脑梗 偏瘫 口角歪斜 stroke'],
  [
    'cardiac_arrest',
    'hu xi xin tiao zhou ting/xin zang zhou ting',
    '呼吸心跳骤停 心脏骤停 猝死 没有呼吸 cardiac arrest cpr',
  ],
  ['unconscious', 'hun mi/yun dao', '昏迷 晕倒 晕厥 意识不清 unconscious fainted'],
  ['breathing', 'hu xi kun nan', '呼吸困难 气促 哮喘 喘 breathing difficulty asthma'],
  [
    'trauma_traffic',
    'che huo wai shang/jiao tong shi gu',
    '车祸外伤 交通事故 撞车 road traffic accident crash',
  ],
  ['trauma_fall', 'die dao wai shang/shuai shang', '跌倒外伤 摔伤 坠落 摔倒 fall'],
  ['bleeding', 'chu xue', '出血 呕血 便血 大出血 bleeding'],
  ['seizure', 'chou chu', '抽搐 癫痫 惊厥 seizure convulsion'],
  ['trauma_other', 'qi ta wai shang', '其他外伤 刀伤 砸伤 打架 other injury'],
  ['burn', 'shao tang shang', '烧烫伤 烧伤 烫伤 burn scald'],
  ['poisoning', 'zhong du', '中毒 煤气 农药 酒精 服药 poisoning overdose'],
  ['obstetric', 'yun chan/fen mian', '孕产 临产 分娩 破水 obstetric labour birth'],
  ['paediatric', 'er ke', '儿科 小孩 婴儿 高热 paediatric child'],
  ['allergic', 'guo min', '过敏 allergic anaphylaxis'],
  ['diabetic', 'tang niao bing ji zheng', '糖尿病急症 低血糖 diabetic'],
  ['psychiatric', 'jing shen yi chang', '精神异常 自杀 狂躁 psychiatric'],
  ['mass_casualty', 'pi liang shang yuan', '批量伤员 群体 多人 mass casualty'],
  ['transfer', 'zhuan yuan', '转院 转运 transfer'],
  ['other', 'qi ta', '其他 other'],
]

export const COMMONEST: readonly Complaint[] = NAMES.slice(0, 9).map(([code]) => code)

const INDEX = NAMES.map(([code, pinyin, words]) => ({
  code,
  initials: pinyin.split('/').map((name) => name.replaceAll(/(\S)\S*\s?/g, '$1')),
  spelled: pinyin.split('/').map((name) => name.replaceAll(' ', '')),
  words: `${words} ${code.replaceAll('_', ' ')}`.toLowerCase(),
}))

/** Complaints that a few letters or characters mean, the likeliest first; all for an empty text. */
export function findComplaints(text: string): Complaint[] {
  const query = text.trim().toLowerCase()
  if (query === '') return INDEX.map((one) => one.code)
  return INDEX.map((one, order) => ({ code: one.code, rank: rank(one, query), order }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.order - b.order)
    .map((one) => one.code)
}

function rank(one: (typeof INDEX)[number], query: string): number {
  const letters = query.replaceAll(/[\s']/g, '')
  if (one.initials.includes(letters)) return 5
  if (one.initials.some((name) => name.startsWith(letters))) return 4
  if (one.spelled.some((name) => name.startsWith(letters))) return 3
  if (one.words.split(' ').some((word) => word.startsWith(query))) return 2
  return one.words.includes(query) ? 1 : 0
}
