/** Locations in SARIF: relative, percent-encoded URIs and regions that lie in one line where GitHub wants that. */
import type { Location } from '../ir/index.js';

export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface SarifPhysicalLocation {
  readonly artifactLocation: { readonly uri: string };
  readonly region?: SarifRegion;
}

/** A file of the repository as a relative URI reference. */
export function fileUri(file: string): string {
  return file.replace(/\\/g, '/').split('/').map(encodeSegment).join('/');
}

/** The characters RFC 3986 allows in a path segment stay; a colon does not, because it would make a scheme of the first one. */
function encodeSegment(segment: string): string {
  const wellFormed = segment.replace(/\p{Cs}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(/%(?:40|24|26|2B|2C|3B|3D)/g, decodeURIComponent);
}

export function physicalLocation(location: Location): SarifPhysicalLocation {
  const { file, line, column, endLine, endColumn } = location;
  return {
    artifactLocation: { uri: fileUri(file) },
    region: { startLine: line, startColumn: column, endLine, endColumn: endsAfterStart(location) ? endColumn : column + 1 },
  };
}

/**
 * `location` cut to its first line. A pull request shows an alert only when every line of its region is part of the change, so
 * the primary region is as narrow as it can be.
 */
export function firstLineOf(location: Location, text: string | undefined): Location {
  if (location.endLine <= location.line) return location;
  const lineText = text?.split(/\r\n|[\n\r]/, location.line)[location.line - 1] ?? '';
  const endColumn = Math.max(location.column + 1, lineText.trimEnd().length + 1);
  return { ...location, endLine: location.line, endColumn };
}

function endsAfterStart({ line, column, endLine, endColumn }: Location): boolean {
  return endLine > line || endColumn > column;
}
