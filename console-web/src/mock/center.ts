import type { Center } from '@/shared/center'

/** A center like the demo's, in small. Names are those of real places; phones are invented. */
export const center: Center = {
  id: 'xiangjiang',
  name: '湘江新区 120 指挥中心',
  zone: 'Asia/Shanghai',
  demo: true,
  mapCenter: { lng: 112.9083, lat: 28.211 },
  serviceArea: [
    [
      [112.7, 28.09],
      [112.83, 28.025],
      [112.93, 28.01],
      [112.957, 28.14],
      [112.969, 28.245],
      [112.925, 28.33],
      [112.83, 28.34],
      [112.685, 28.16],
      [112.7, 28.09],
    ].map(([lng = 0, lat = 0]) => ({ lng, lat })),
  ],
  stations: [
    station('ST-WCP', '望城坡急救站', 112.9064, 28.2126),
    station('ST-MXH', '梅溪湖急救站', 112.8907, 28.201),
    station('ST-LG', '麓谷急救站', 112.895, 28.2193),
    station('ST-XY3', '湘雅三医院急救站', 112.9406, 28.2231),
    station('ST-GSL', '观沙岭急救站', 112.9454, 28.237),
    station('ST-YH', '洋湖急救站', 112.9413, 28.1333),
  ],
  hospitals: [
    {
      id: 'xiangya3',
      name: '中南大学湘雅三医院',
      position: { lng: 112.94008, lat: 28.22357 },
      capabilities: [{ name: 'pci_24x7' }, { name: 'thrombolysis' }, { name: 'stroke' }, { name: 'trauma' }],
      accreditation: 'chest_pain_center_standard',
    },
    {
      id: 'changsha4',
      name: '长沙市第四医院',
      position: { lng: 112.94436, lat: 28.19778 },
      capabilities: [{ name: 'pci_24x7' }, { name: 'stroke' }, { name: 'obstetric' }],
      accreditation: 'chest_pain_center_standard',
    },
    {
      id: 'hangtian',
      name: '湖南航天医院',
      position: { lng: 112.89665, lat: 28.20999 },
      capabilities: [{ name: 'thrombolysis' }, { name: 'stroke', hours: '08:00-20:00' }],
      accreditation: 'chest_pain_center_basic',
    },
  ],
}

function station(id: string, name: string, lng: number, lat: number) {
  return { id, name, position: { lng, lat }, phone: '13900002001' }
}
