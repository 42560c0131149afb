import type { TriageCardContent } from '@/contract'

/** The shipped card as the server gives it; made from dispatch-core/src/main/resources/triage. */
export const chestPain: TriageCardContent = {
  card: 'chest_pain',
  version: 1,
  sha256: 'd5babc0c9f2ffa0a20af54518fb1049a14c63e8b4b39c7737fa2e862542be668',
  title: { zh: '胸痛', en: 'Chest pain' },
  complaint: 'chest_pain',
  source: [
    '2021 AHA/ACC guideline for the evaluation and diagnosis of chest pain',
    '2023 ESC guidelines for the management of acute coronary syndromes',
    '2025 ACC/AHA guideline for the management of patients with acute coronary syndromes',
    'China Chest Pain Center certification standard (中国胸痛中心认证标准)',
    '2020 International consensus on first aid science (ILCOR), aspirin for chest pain',
  ],
  questions: [
    {
      id: 'conscious',
      text: { zh: '病人现在清醒、能回答问题吗?', en: 'Is the patient awake and able to answer?' },
      type: 'yes_no_unknown',
      choices: [],
      symptomOnset: false,
      when: { anyOf: [] },
      help: {
        zh: '叫名字、拍肩膀没有反应,就是“不清醒”。',
        en: "No reaction to the name or a tap on the shoulder means 'no'.",
      },
    },
    {
      id: 'breathing',
      text: { zh: '呼吸正常吗?', en: 'Is the breathing normal?' },
      type: 'yes_no_unknown',
      choices: [],
      symptomOnset: false,
      when: { anyOf: [{ conscious: { words: ['no', 'unknown'] } }] },
      help: {
        zh: '没有呼吸、间隔很久才喘一口、打鼾样喘息,都算不正常。',
        en: 'None, single gasps far apart, or snoring gasps are not normal.',
      },
    },
    {
      id: 'pain_now',
      text: {
        zh: '胸口现在还痛、闷或压得慌吗?',
        en: 'Is there still pain, pressure or tightness in the chest?',
      },
      type: 'yes_no_unknown',
      choices: [],
      symptomOnset: false,
      when: { anyOf: [] },
    },
    {
      id: 'onset',
      text: { zh: '这次是什么时候开始的?', en: 'When did this episode begin?' },
      type: 'time',
      choices: [],
      symptomOnset: true,
      when: { anyOf: [] },
      help: {
        zh: '时好时坏的,问最近一次持续不缓解是从几点开始。',
        en: 'If it comes and goes: since when has it not gone away?',
      },
    },
    {
      id: 'severe_signs',
      text: {
        zh: '有没有出冷汗、脸色苍白、喘不过气或晕倒过?',
        en: 'Cold sweat, pale or grey, short of breath, or fainted?',
      },
      type: 'yes_no_unknown',
      choices: [],
      symptomOnset: false,
      when: { anyOf: [] },
      help: { zh: '有一样就选“是”。', en: "One of them is a 'yes'." },
    },
    {
      id: 'character',
      text: { zh: '是怎样的痛?', en: 'What is it like?' },
      type: 'choice',
      choices: [
        { id: 'pressing', text: { zh: '压着、勒紧、闷、烧灼样', en: 'Pressing, tight, heavy or burning' } },
        {
          id: 'tearing',
          text: { zh: '突然撕裂样、刀割样,最痛在开始时', en: 'Sudden, tearing, worst at the start' },
        },
        {
          id: 'with_movement',
          text: { zh: '针刺样,随呼吸、咳嗽或按压加重', en: 'Sharp, worse on breathing, coughing or touch' },
        },
      ],
      symptomOnset: false,
      when: { anyOf: [] },
    },
    {
      id: 'spread',
      text: {
        zh: '痛到手臂、下巴、脖子、后背或上腹部吗?',
        en: 'Does it spread to an arm, jaw, neck, back or upper belly?',
      },
      type: 'yes_no_unknown',
      choices: [],
      symptomOnset: false,
      when: { anyOf: [] },
    },
    {
      id: 'history',
      text: {
        zh: '有没有冠心病、放过支架、糖尿病或高血压?',
        en: 'Known heart disease, a stent, diabetes or high blood pressure?',
      },
      type: 'yes_no_unknown',
      choices: [],
      symptomOnset: false,
      when: { anyOf: [] },
    },
    {
      id: 'age',
      text: { zh: '病人多大年纪?', en: 'How old is the patient?' },
      type: 'number',
      choices: [],
      symptomOnset: false,
      when: { anyOf: [] },
      range: { from: 0, to: 120, unit: { zh: '岁', en: 'years' } },
    },
  ],
  instructions: {
    cpr_now: {
      zh: '把病人放平在硬地面上,马上开始胸外按压:两手重叠放在胸口正中,用力快速往下压,每分钟 100 到 120 次,不要停。我陪您数。',
      en: 'Lay the patient flat on hard ground and start chest compressions now: both hands in the middle of the chest, push hard and fast, 100 to 120 a minute, do not stop. I will count with you.',
    },
    fetch_aed: {
      zh: '如果身边还有别人,请他去拿最近的 AED;您不要离开病人。',
      en: 'If somebody else is with you, send them for the nearest AED; do not leave the patient yourself.',
    },
    watch_breathing: {
      zh: '让病人侧躺,下巴抬起;盯着胸口,呼吸一不正常马上告诉我。',
      en: 'Roll the patient onto the side, chin up; watch the chest and tell me at once when the breathing changes.',
    },
    rest: {
      zh: '让病人停下来,半坐着靠好,不要走动,松开衣领;不要自己开车或坐出租车去医院。',
      en: 'Let the patient stop, sit half upright and lean back, not walk, loosen the collar; do not drive or take a taxi to hospital.',
    },
    nothing_by_mouth: {
      zh: '先不要给病人吃药、吃东西或喝水。',
      en: 'Give no medicine, food or drink for now.',
    },
    aspirin_question: {
      zh: '手边有阿司匹林吗?对阿司匹林不过敏、没有胃出血或其他出血、医生没有说过不能吃的,可以嚼碎服下 300 毫克。拿不准就先不吃。',
      en: 'Is there aspirin at hand? If not allergic, no bleeding or stomach ulcer, and no doctor has forbidden it: chew 300 mg. If in doubt, leave it.',
    },
    door_and_papers: {
      zh: '请把门打开、灯打开,准备好病历和正在吃的药;有人的话到路口接车。',
      en: 'Please open the door, put the lights on, and have papers and medicines ready; if you can, send somebody to meet the ambulance.',
    },
    call_back: {
      zh: '如果晕倒、喘不过气、痛得更厉害,马上再打 120。',
      en: 'If the patient faints, cannot breathe, or the pain gets worse: call 120 again at once.',
    },
  },
  rules: [
    {
      id: 'arrest',
      when: { anyOf: [{ conscious: { words: ['no'] }, breathing: { words: ['no', 'unknown'] } }] },
      priority: 'p1',
      capabilities: ['als'],
      instructions: ['cpr_now', 'fetch_aed'],
      opensChestPain: true,
      arrestRecognised: true,
      complaint: 'cardiac_arrest',
    },
    {
      id: 'not_awake',
      when: { anyOf: [{ conscious: { words: ['no'] } }] },
      priority: 'p1',
      capabilities: ['als'],
      instructions: ['watch_breathing', 'nothing_by_mouth', 'door_and_papers'],
      opensChestPain: true,
      arrestRecognised: false,
    },
    {
      id: 'possible_dissection',
      when: { anyOf: [{ character: { words: ['tearing'] } }] },
      priority: 'p1',
      capabilities: ['als', 'ecg12'],
      instructions: ['rest', 'nothing_by_mouth', 'door_and_papers', 'call_back'],
      opensChestPain: true,
      arrestRecognised: false,
    },
    {
      id: 'severe',
      when: { anyOf: [{ severe_signs: { words: ['yes'] } }] },
      priority: 'p1',
      capabilities: ['als', 'ecg12'],
      instructions: ['rest', 'nothing_by_mouth', 'door_and_papers', 'call_back'],
      opensChestPain: true,
      arrestRecognised: false,
    },
    {
      id: 'typical',
      when: {
        anyOf: [
          { pain_now: { words: ['yes'] }, character: { words: ['pressing'] } },
          { pain_now: { words: ['yes'] }, spread: { words: ['yes'] } },
        ],
      },
      priority: 'p1',
      capabilities: ['als', 'ecg12'],
      instructions: ['rest', 'aspirin_question', 'door_and_papers', 'call_back'],
      opensChestPain: true,
      arrestRecognised: false,
    },
    {
      id: 'at_risk',
      when: {
        anyOf: [
          { pain_now: { words: ['yes'] }, history: { words: ['yes'] } },
          { pain_now: { words: ['yes'] }, age: { words: [], atLeast: 35 } },
        ],
      },
      priority: 'p1',
      capabilities: ['als', 'ecg12'],
      instructions: ['rest', 'nothing_by_mouth', 'door_and_papers', 'call_back'],
      opensChestPain: true,
      arrestRecognised: false,
    },
    {
      id: 'unlikely_cardiac',
      when: {
        anyOf: [
          {
            conscious: { words: ['yes'] },
            severe_signs: { words: ['no'] },
            character: { words: ['with_movement'] },
            spread: { words: ['no'] },
            history: { words: ['no'] },
            age: { words: [], below: 35 },
          },
        ],
      },
      priority: 'p3',
      capabilities: [],
      instructions: ['rest', 'call_back'],
      opensChestPain: false,
      arrestRecognised: false,
    },
    {
      id: 'possible_acs',
      when: { anyOf: [] },
      priority: 'p2',
      capabilities: ['als', 'ecg12'],
      instructions: ['rest', 'nothing_by_mouth', 'door_and_papers', 'call_back'],
      opensChestPain: true,
      arrestRecognised: false,
    },
  ],
}
