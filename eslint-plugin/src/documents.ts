/** Where the documents of the rules lie: they are shipped, so that the one that is opened speaks of the version that is installed. */
import { pathToFileURL } from 'node:url';
import { ruleDocument } from '../../src/assets.js';

/** Address of the document of the rule `id`. */
export function documentOf(id: string): string {
  return pathToFileURL(ruleDocument(id)).href;
}
