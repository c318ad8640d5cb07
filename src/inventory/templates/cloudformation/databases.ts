/** The databases of the template whose address a function's variables hold, as far as it says how many connections they take. */
import type { Database } from '../../lambda-function.js';
import { number, property, propertyNames, section, text } from './properties.js';
import { propertiesOf, resourceMeant, type Resource, type Template } from './template.js';

/** A kind of database, and where the parameters are that its engine is run with. */
const DATABASES: ReadonlyMap<string, { readonly parameters: string; readonly group: string }> = new Map([
  ['AWS::RDS::DBInstance', { parameters: 'DBParameterGroupName', group: 'AWS::RDS::DBParameterGroup' }],
  ['AWS::RDS::DBCluster', { parameters: 'DBClusterParameterGroupName', group: 'AWS::RDS::DBClusterParameterGroup' }],
]);
/** What keeps connections for others, so that the database does not see theirs. */
const PROXY = 'AWS::RDS::DBProxy';

/** Nothing when there is none, or a proxy stands in front of it. */
export function databasesOf(template: Template, fn: Resource): readonly Database[] | undefined {
  const variables = section(section(propertiesOf(template, fn), 'Environment'), 'Variables');
  const meant = new Set(propertyNames(variables).flatMap((name) => resourceMeant(template, property(variables, name)) ?? []));
  if ([...meant].some(({ type }) => type === PROXY)) return undefined;
  const databases = [...meant].flatMap((resource) => readDatabase(template, resource) ?? []);
  return databases.length > 0 ? databases : undefined;
}

function readDatabase(template: Template, resource: Resource): Database | undefined {
  const kind = DATABASES.get(resource.type);
  if (!kind) return undefined;
  const properties = propertiesOf(template, resource);
  const own = property(properties, kind.parameters);
  const group = resourceMeant(template, own);
  const maxConnections = group?.type === kind.group ? number(section(propertiesOf(template, group), 'Parameters'), 'max_connections') : undefined;
  return {
    name: resource.logicalId, engine: text(properties, 'Engine'), instanceClass: text(properties, 'DBInstanceClass'), maxConnections, hasDefaultParameters: own === undefined,
  };
}
