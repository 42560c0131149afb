export type PhoneKind = 'ios' | 'android' | 'wechat'

/** Which way to the location setting to describe. */
export function phoneKind(userAgent: string, touchPoints = 0): PhoneKind {
  if (/MicroMessenger/i.test(userAgent)) return 'wechat'
  // An iPad says it is a Mac.
  if (/iPhone|iPad|iPod/i.test(userAgent) || (/Macintosh/i.test(userAgent) && touchPoints > 1)) return 'ios'
  return 'android'
}
