/** Facts about old versions. */

/**
 * The versions a fact is about: those of `package`, by its name in the registry (`group:artifact` for Maven), before `version`.
 * There it takes the place of the fact without `below` that has the same name. It holds only where a manifest of the audited
 * code pins an older version; where the version is not known it does not, and the newest behaviour is assumed.
 */
export interface Below {
  readonly package: string;
  readonly version: string;
}
