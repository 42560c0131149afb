import type { TriageCardContent } from '@/contract'

/** The shipped card as the server gives it; made from dispatch-core/src/main/resources/triage. */
export const cardiacArrest: TriageCardContent = {
  card: 'cardiac_arrest',
  version: 1,
  sha256: '6707014b9f8a4fde9d9fb9cf0f5ccda89b09edde74756ab2deb6450914620f64',
  title: { zh: '心脏骤停', en: 'Cardiac arrest' },
  complaint: 'cardiac_arrest',
  source: [
    '2020 AHA guidelines for CPR and emergency cardiovascular care, dispatcher-assisted CPR',
    '2021 European Resuscitation Council guidelines, basic life support',
    '2025 AHA guidelines for CPR and emergency cardiovascular care',
  ],
  questions: [
    {
      id: 'conscious',
      text: {
        zh: '大声叫他、拍他的肩膀,有反应吗?',
        en: 'Shout and tap the shoulders: does the person react?',
      },
      type: 'yes_no_unknown',
      choices: [],
      symptomOnset: false,
      when: { anyOf: [] },
    },
    {
      id: 'breathing',
      text: { zh: '看胸口:呼吸正常吗?', en: 'Look at the chest: is the breathing normal?' },
      type: 'yes_no_unknown',
      choices: [],
      symptomOnset: false,
      when: { anyOf: [{ conscious: { words: ['no', 'unknown'] } }] },
      help: {
        zh: '不会超过 10 秒。没有呼吸、间隔很久才喘一口、打鼾样喘息,都算不正常。',
        en: 'Not longer than 10 seconds. None, single gasps far apart, or snoring gasps are not normal.',
      },
    },
    {
      id: 'age_group',
      text: { zh: '病人大概多大?', en: 'How old is the patient?' },
      type: 'choice',
      choices: [
        { id: 'adult', text: { zh: '大人(青春期以后)', en: 'Adult, or in puberty' } },
        { id: 'child', text: { zh: '小孩(1 岁到青春期)', en: 'Child, from 1 year' } },
        { id: 'infant', text: { zh: '婴儿(不到 1 岁)', en: 'Infant below 1 year' } },
      ],
      symptomOnset: false,
      when: { anyOf: [{ conscious: { words: ['no', 'unknown'] } }] },
    },
    {
      id: 'cause',
      text: { zh: '是怎么发生的?', en: 'How did it happen?' },
      type: 'choice',
      choices: [
        { id: 'sudden', text: { zh: '突然倒下', en: 'Sudden collapse' } },
        {
          id: 'no_air',
          text: { zh: '溺水、噎住、上吊或中毒', en: 'Drowning, choking, hanging or poisoning' },
        },
        { id: 'injury', text: { zh: '受伤或触电', en: 'Injury or electric shock' } },
      ],
      symptomOnset: false,
      when: { anyOf: [{ conscious: { words: ['no', 'unknown'] } }] },
    },
    {
      id: 'helper',
      text: { zh: '您身边还有别人吗?', en: 'Is anybody else with you?' },
      type: 'yes_no_unknown',
      choices: [],
      symptomOnset: false,
      when: { anyOf: [{ conscious: { words: ['no', 'unknown'] } }] },
    },
  ],
  instructions: {
    speaker: {
      zh: '打开手机免提,放在病人头旁边,不要挂电话。',
      en: "Put the phone on speaker beside the patient's head and stay on the line.",
    },
    safe_first: {
      zh: '先确认您自己安全:切断电源、离开水和车流,再碰病人。',
      en: 'First make sure you are safe: switch off the power, get out of water and traffic, then touch the patient.',
    },
    compress_adult: {
      zh: '把病人放平在硬地面上,跪在旁边,两手重叠放在胸口正中,手臂伸直,用力往下压 5 到 6 厘米,每分钟 100 到 120 次,每次压完让胸口弹回来。现在开始,我陪您数:一、二、三、四……',
      en: 'Lay the patient flat on hard ground, kneel beside, both hands in the middle of the chest, arms straight, push down 5 to 6 cm, 100 to 120 a minute, let the chest come back each time. Start now, I count with you: one, two, three, four …',
    },
    compress_child: {
      zh: '把孩子放平在硬地面上,用一只手掌根压在胸口正中,压下胸部的三分之一,每分钟 100 到 120 次。压 30 次,吹 2 口气;不会吹气就一直压。',
      en: 'Lay the child flat on hard ground, the heel of one hand in the middle of the chest, push down a third of its depth, 100 to 120 a minute. 30 compressions, then 2 breaths; if you cannot give breaths, keep pushing.',
    },
    compress_infant: {
      zh: '把婴儿放平,两个拇指(或两根手指)放在两乳头连线中间的下方,压下胸部的三分之一,每分钟 100 到 120 次。压 30 次,嘴包住口鼻轻轻吹 2 口气。',
      en: 'Lay the infant flat, two thumbs (or two fingers) just below the middle of the line between the nipples, push down a third of the chest, 100 to 120 a minute. 30 compressions, then 2 gentle breaths over mouth and nose.',
    },
    with_breaths: {
      zh: '会吹气的话:每压 30 次,抬起下巴捏住鼻子,吹 2 口气,看到胸口起来就行;不会就一直压。',
      en: 'If you know how: after 30 compressions lift the chin, pinch the nose, give 2 breaths until the chest rises; if not, keep pushing.',
    },
    fetch_aed: {
      zh: '让旁边的人马上去拿 AED,一到就打开,照它说的做;您继续按压,不要停。',
      en: 'Send the other person for the AED now, switch it on as soon as it is there and do what it says; you keep pushing.',
    },
    stay: {
      zh: '您一个人就不要离开病人,继续按压到急救人员接手。',
      en: 'If you are alone, do not leave the patient; keep pushing until the crew takes over.',
    },
    go_to_patient: {
      zh: '请走到病人身边,或者请病人身边的人接电话。',
      en: 'Please go to the patient, or let somebody beside the patient take the phone.',
    },
    watch_breathing: {
      zh: '让病人侧躺,下巴抬起;盯着胸口,每次吸气都告诉我,一不正常我们马上开始按压。',
      en: 'Roll the patient onto the side, chin up; watch the chest and tell me each breath. As soon as it is not normal we start compressions.',
    },
    ask_again: {
      zh: '病人有反应,不是心脏骤停:问清哪里不舒服,换对应的卡片。',
      en: 'The patient reacts, so it is no cardiac arrest: ask what is wrong, and take the card for that.',
    },
  },
  rules: [
    {
      id: 'arrest_infant',
      when: {
        anyOf: [
          {
            conscious: { words: ['no'] },
            breathing: { words: ['no', 'unknown'] },
            age_group: { words: ['infant'] },
          },
        ],
      },
      priority: 'p1',
      capabilities: ['als'],
      instructions: ['speaker', 'compress_infant', 'stay'],
      opensChestPain: false,
      arrestRecognised: true,
    },
    {
      id: 'arrest_child',
      when: {
        anyOf: [
          {
            conscious: { words: ['no'] },
            breathing: { words: ['no', 'unknown'] },
            age_group: { words: ['child'] },
          },
        ],
      },
      priority: 'p1',
      capabilities: ['als'],
      instructions: ['speaker', 'compress_child', 'fetch_aed'],
      opensChestPain: false,
      arrestRecognised: true,
    },
    {
      id: 'arrest_no_air',
      when: {
        anyOf: [
          {
            conscious: { words: ['no'] },
            breathing: { words: ['no', 'unknown'] },
            cause: { words: ['no_air'] },
          },
        ],
      },
      priority: 'p1',
      capabilities: ['als'],
      instructions: ['safe_first', 'speaker', 'compress_adult', 'with_breaths'],
      opensChestPain: false,
      arrestRecognised: true,
    },
    {
      id: 'arrest_injury',
      when: {
        anyOf: [
          {
            conscious: { words: ['no'] },
            breathing: { words: ['no', 'unknown'] },
            cause: { words: ['injury'] },
          },
        ],
      },
      priority: 'p1',
      capabilities: ['als'],
      instructions: ['safe_first', 'speaker', 'compress_adult', 'fetch_aed'],
      opensChestPain: false,
      arrestRecognised: true,
    },
    {
      id: 'arrest_with_helper',
      when: {
        anyOf: [
          {
            conscious: { words: ['no'] },
            breathing: { words: ['no', 'unknown'] },
            helper: { words: ['yes'] },
          },
        ],
      },
      priority: 'p1',
      capabilities: ['als'],
      instructions: ['speaker', 'compress_adult', 'fetch_aed'],
      opensChestPain: false,
      arrestRecognised: true,
    },
    {
      id: 'arrest',
      when: { anyOf: [{ conscious: { words: ['no'] }, breathing: { words: ['no', 'unknown'] } }] },
      priority: 'p1',
      capabilities: ['als'],
      instructions: ['speaker', 'compress_adult', 'stay'],
      opensChestPain: false,
      arrestRecognised: true,
    },
    {
      id: 'not_awake',
      when: { anyOf: [{ conscious: { words: ['no'] } }] },
      priority: 'p1',
      capabilities: ['als'],
      instructions: ['speaker', 'watch_breathing'],
      opensChestPain: false,
      arrestRecognised: false,
    },
    {
      id: 'awake',
      when: { anyOf: [{ conscious: { words: ['yes'] } }] },
      priority: 'p2',
      capabilities: ['als'],
      instructions: ['ask_again'],
      opensChestPain: false,
      arrestRecognised: false,
    },
    {
      id: 'not_seen',
      when: { anyOf: [] },
      priority: 'p1',
      capabilities: ['als'],
      instructions: ['go_to_patient'],
      opensChestPain: false,
      arrestRecognised: false,
    },
  ],
}
