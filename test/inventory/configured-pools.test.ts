/** Pools that are sized in files of settings and in variables. */
import { describe, expect, it } from 'vitest';
import { configuredPools } from '../../src/inventory/index.js';
import type { LambdaFunction } from '../../src/inventory/index.js';
import type { Language } from '../../src/frontends/frontend.js';
import { memoryProject, type Files } from './memory-project.js';

const POM = '<project><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-jdbc</artifactId></dependency></dependencies></project>';
const RESOURCES = 'app/src/main/resources';

function poolsOf(files: Files, variables: Readonly<Record<string, string | undefined>> = {}, language: Language = 'java', file = 'app/src/main/java/shop/Handler.java'): readonly unknown[] {
  const from = { file: 'template.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const fn: LambdaFunction = {
    id: 'f', name: 'f', language, environment: new Map(Object.entries(variables).map(([name, value]) => [name, { value, from }])),
    layers: [], entries: [{ file, symbol: 'x' }], evidence: [], unknown: [],
  };
  return configuredPools(memoryProject({ 'app/pom.xml': POM, [file]: '', ...files }), fn).map(({ name, limit, isDefault, at }) => [name, limit, isDefault, `${at.file}:${at.line}`]);
}

describe('Spring Boot', () => {
  const properties = `${RESOURCES}/application.properties`;
  const sized = 'spring.datasource.url=jdbc:postgresql://db/orders\nspring.datasource.hikari.maximum-pool-size=7\n';
  const found = (limit: number, at = `${properties}:2`): readonly unknown[] => [['spring.datasource.hikari', limit, false, at]];

  it.each<[string, Files, Readonly<Record<string, string | undefined>>, readonly unknown[]]>([
    ['a number', { [properties]: sized }, {}, found(7)],
    ['another spelling', { [properties]: 'a=b\nspring.datasource.hikari.maximumPoolSize : 9' }, {}, found(9)],
    ['the default, where there is a database', { [properties]: 'spring.datasource.url=jdbc:postgresql://db/orders' }, {}, [['spring.datasource.hikari', 10, true, `${properties}:1`]]],
    ['nothing without a database', { [properties]: 'server.port=1' }, {}, []],
    ['no default for another pool', { [properties]: 'spring.datasource.url=x\nspring.datasource.type=org.apache.tomcat.jdbc.pool.DataSource' }, {}, []],
    ['a placeholder with a variable', { [properties]: 'a=b\nspring.datasource.hikari.maximum-pool-size=${POOL:3}' }, { POOL: '5' }, found(5)],
    ['a placeholder without one', { [properties]: 'a=b\nspring.datasource.hikari.maximum-pool-size=${POOL:3}' }, {}, found(3)],
    ['a placeholder whose variable is not known', { [properties]: 'a=b\nspring.datasource.hikari.maximum-pool-size=${POOL:3}' }, { POOL: undefined }, []],
    ['a variable before the file', { [properties]: sized }, { SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: '4' }, found(4, 'template.yaml:1')],
    ['a variable that is not known', { [properties]: sized }, { SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: undefined }, []],
    ['the active profile', { [properties]: sized, [`${RESOURCES}/application-live.properties`]: '\nspring.datasource.hikari.maximum-pool-size=2' }, { SPRING_PROFILES_ACTIVE: 'live' }, found(2, `${RESOURCES}/application-live.properties:2`)],
    ['nothing when it depends on the profile', { [properties]: sized, [`${RESOURCES}/application-live.properties`]: 'spring.datasource.hikari.maximum-pool-size=2' }, {}, []],
    ['a document of a profile', { [`${RESOURCES}/application.yml`]: 'spring.datasource.url: x\n---\nspring:\n  config:\n    activate:\n      on-profile: live\n  datasource:\n    hikari:\n      maximum-pool-size: 6\n' }, { SPRING_PROFILES_ACTIVE: 'live' }, found(6, `${RESOURCES}/application.yml:9`)],
    ['no file of tests or of another module', { 'app/src/test/resources/application.properties': sized, 'other/src/main/resources/application.properties': sized }, {}, []],
    ['no text', { [properties]: 'a=b\nspring.datasource.hikari.maximum-pool-size=many' }, {}, []],
    ['no broken file', { [`${RESOURCES}/application.yml`]: 'spring: [\n  : {' }, {}, []],
  ])('is read: %s', (_, files, variables, expected) => {
    expect(poolsOf(files, variables)).toEqual(expected);
  });

  it('is not asked for without its package', () => {
    expect(poolsOf({ [properties]: sized, 'app/pom.xml': '<project/>' })).toEqual([]);
  });
});

describe('connection texts of .NET', () => {
  const project = { 'src/Shop.csproj': '<Project><ItemGroup><PackageReference Include="Npgsql" Version="8.0.0" /></ItemGroup></Project>' };
  const settings = '{\n  // of the shop\n  "ConnectionStrings": {\n    "Orders": "Host=http://db;Max Pool Size=5;Timeout=1",\n    "Prices": "Host=db"\n  }\n}';

  it('are read with comments around them', () => {
    expect(poolsOf({ ...project, 'src/appsettings.json': settings }, {}, 'dotnet', 'src/Function.cs')).toEqual([['ConnectionStrings', 5, false, 'src/appsettings.json:4']]);
  });

  it('are those of variables before those of files', () => {
    expect(poolsOf({ ...project, 'src/appsettings.json': settings }, { ConnectionStrings__Orders: 'Host=db;Maximum Pool Size=9' }, 'dotnet', 'src/Function.cs')).toEqual([['ConnectionStrings', 9, false, 'template.yaml:1']]);
  });
});
