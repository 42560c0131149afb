import { describe, expect, it } from 'vitest'
import { parseCoordinates } from './coordinates'

const PLACE = { lng: 112.8893, lat: 28.2156 }

describe('a pair of coordinates', () => {
  it.each([
    '112.8893,28.2156',
    '28.2156,112.8893',
    ' 28.2156  112.8893 ',
    '112.8893;28.2156',
    '112.8893,28.2156',
    '112.8893,28.2156',
    '北纬28.2156 东经112.8893',
    '东经:112.8893,北纬:28.2156',
    '经度112.8893 纬度28.2156',
    '28.2156N 112.8893E',
    'N28.2156, E112.8893',
    'E 112.8893 N 28.2156',
    'lat=28.2156&lng=112.8893',
    'lng: 112.8893, lat: 28.2156',
    '(28.2156, 112.8893)',
  ])('is read from %s', (text) => {
    expect(parseCoordinates(text)).toEqual(PLACE)
  })

  it.each([`28°12'56"N 112°53'21"E`, `东经112°53′21″ 北纬28°12′56″`, `28度12分56秒,112度53分21秒`])(
    'is read from degrees, minutes and seconds: %s',
    (text) => {
      const place = parseCoordinates(text)
      expect(place?.lat).toBeCloseTo(28.21556, 4)
      expect(place?.lng).toBeCloseTo(112.88917, 4)
    },
  )

  it('is read outside China when it says which is which', () => {
    expect(parseCoordinates('33.8688S 151.2093E')).toEqual({ lng: 151.2093, lat: -33.8688 })
  })

  it.each([
    '',
    '112.8893',
    '112.8893,',
    '28.2156,28.2156',
    '48.1,11.5',
    '1 2 3',
    '112.8893,98.2',
    'N28.2 N112.8',
    '13874210000',
    '枫林一路 28 号 3 栋',
  ])('is not read from %j', (text) => {
    expect(parseCoordinates(text)).toBeUndefined()
  })
})
