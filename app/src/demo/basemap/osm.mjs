// OpenStreetMap XML (https://wiki.openstreetmap.org/wiki/OSM_XML): nodes, then ways, then relations, each by rising id.

import { keyOf, toLngLat } from './geometry.mjs'

/** OSM allows a way 2,000 nodes. */
const LONGEST_WAY = 1900

/** The remark comes after the first element: GraphHopper takes no file that begins with one. */
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="dispatch120 demo">
<!-- ILLUSTRATIVE. Made by dispatch120 for its demo (app/src/demo/basemap), from no other map or data set.
     Names of main roads, hills, lakes, parks and stations are real, their courses approximate; local streets, country
     lanes, turn restrictions and areas are invented. source=demo holds for every element, for nodes without tags too.
     Never route a real ambulance with it. -->
`

export class OsmFile {
  #nodes = []
  #ids = new Map()
  #ways = []
  #relations = []

  /** A point of a road: the same place is the same node, which makes it a junction. */
  roadNode(p) {
    return this.#node(`road ${keyOf(p)}`, p)
  }

  /** A point of an area or border; never a point of a road. */
  areaNode(p) {
    return this.#node(`area ${keyOf(p)}`, p)
  }

  /** A node of its own, at [lng, lat]. */
  place([lng, lat], tags) {
    this.#nodes.push({ lng, lat, tags })
  }

  /** Ids of the ways the points make: several when there are too many for one. */
  ways(nodes, tags) {
    const ids = []
    for (let from = 0; from < nodes.length - 1; from += LONGEST_WAY - 1) {
      this.#ways.push({ nodes: nodes.slice(from, from + LONGEST_WAY), tags })
      ids.push(this.#ways.length)
    }
    return ids
  }

  /** members: [{type, ref, role}]. */
  relation(members, tags) {
    this.#relations.push({ members, tags })
  }

  toString() {
    const parts = [HEAD]
    this.#nodes.forEach(({ lng, lat, tags }, i) => {
      parts.push(element('node', { id: i + 1, lat, lon: lng }, tagLines(tags)))
    })
    this.#ways.forEach(({ nodes, tags }, i) => {
      parts.push(element('way', { id: i + 1 }, [...nodes.map((ref) => `<nd ref="${ref}"/>`), ...tagLines(tags)]))
    })
    this.#relations.forEach(({ members, tags }, i) => {
      const lines = members.map(({ type, ref, role }) => `<member type="${type}" ref="${ref}" role="${role}"/>`)
      parts.push(element('relation', { id: i + 1 }, [...lines, ...tagLines(tags)]))
    })
    parts.push('</osm>\n')
    return parts.join('')
  }

  #node(key, p) {
    let id = this.#ids.get(key)
    if (id === undefined) {
      const [lng, lat] = toLngLat(p)
      id = this.#nodes.push({ lng, lat })
      this.#ids.set(key, id)
    }
    return id
  }
}

/** One element a line: a change in the sources shows as a small change in the file. */
function element(name, attributes, children) {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
  return children.length === 0
    ? `<${name}${head.join('')}/>\n`
    : `<${name}${head.join('')}>${children.join('')}</${name}>\n`
}

function tagLines(tags) {
  if (!tags) return []
  return Object.entries({ ...tags, source: 'demo' })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `<tag k="${escape(key)}" v="${escape(value)}"/>`)
}

const escape = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c])
