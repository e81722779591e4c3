/** A page of Azure's list of blobs. Its XML is flat and regular, and our own names need no entities; see isKey. */
export interface BlobPage {
  blobs: ListedBlob[]
  /** Where the next page begins; null on the last one. */
  next: string | null
}

export interface ListedBlob {
  name: string
  /** All that the page says of it. */
  xml: string
}

export function readBlobs(page: string): BlobPage {
  const blobs: ListedBlob[] = []
  for (const [, xml = ''] of page.matchAll(/<Blob>([\s\S]*?)<\/Blob>/g)) {
    // Other names stand in percent or entity form, and were not made by us.
    const name = /<Name>([^<]*)<\/Name>/.exec(xml)?.[1]
    if (name !== undefined) blobs.push({ name, xml })
  }
  const next = /<NextMarker>([^<]+)<\/NextMarker>/.exec(page)?.[1]
  return { blobs, next: next === undefined ? null : unescapeXml(next) }
}

/** The text of the first element of this name. */
export function propertyOf(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
