export const words = {
  'zh-CN': {},
  en: {},
}
