const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);
/** What a browser runs, or may run in a page of ours. */
const active = new Set(['text/html', 'image/svg+xml', 'application/xml']);
const texts = new Set(['application/json']);

/** How a content may be shown; undefined when it can only be saved. */
export type Preview = { as: 'image' | 'pdf'; contentType: string; contentPolicy: string } | { as: 'text' };

/** How a content of a type is shown: images and PDF as they are, texts (pages and drawings too) as their source. */
export function previewOf(contentType: string): Preview | undefined {
  if (images.has(contentType))
    return { as: 'image', contentType, contentPolicy: "default-src 'none'; img-src 'self'; sandbox" };
  // The viewer of a browser does not work in a sandbox; it is one itself.
  if (contentType === 'application/pdf')
    return { as: 'pdf', contentType, contentPolicy: "default-src 'none'; frame-ancestors 'self'" };
  if (active.has(contentType) || texts.has(contentType) || contentType.startsWith('text/')) return { as: 'text' };
  return undefined;
}

/** The type under which a content is sent to be saved: nothing that a browser would run. */
export function savedType(contentType: string): string {
  return active.has(contentType) ? 'application/octet-stream' : contentType;
}
