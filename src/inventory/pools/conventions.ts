/** Where frameworks keep the size of a connection pool outside of the code, and how large it is when nothing says so. */
import type { Language } from '../../frontends/frontend.js';

export interface PoolConvention {
  /** What has the pool, for people. */
  readonly name: string;
  /** A package that a manifest of the code must name. */
  readonly packages: RegExp;
  /** Something that the reached code must import. */
  readonly imports: RegExp;
  /** Base names of the files; the group `profile` is the profile that a file belongs to. */
  readonly files?: RegExp;
  /** Folders of a module that the files lie in. */
  readonly folders?: readonly string[];
  /** Names of settings that say how many connections there are, or whose text says it. */
  readonly size: RegExp;
  /** The number in that text; absent: it is the number. */
  readonly option?: RegExp;
  /** Variables that go before the files. */
  readonly variables: RegExp;
  /** What names the profiles that are active: variables, and a setting of the file without a profile. */
  readonly profile?: { readonly variables: readonly string[]; readonly setting?: string; readonly ofDocument?: RegExp };
  /** Where a setting leads to a database and none says how many there are. */
  readonly byDefault?: { readonly size: number; readonly address: RegExp; readonly unless?: RegExp };
  /** All connections are opened at once. */
  readonly fillsAtOnce: boolean;
  /** A page that says so. */
  readonly source: string;
}

/** Settings are written as `settingName` writes them. */
export const POOL_CONVENTIONS: Readonly<Record<Language, readonly PoolConvention[]>> = {
  node: [{
    name: 'PrismaClient', packages: /^@prisma\/client$/, imports: /^@prisma\/client\b/, size: /^$/, variables: /URL/, option: /^(?:postgres(?:ql)?|mysql|sqlserver|cockroachdb):[^\s]*[?&;]connection_?limit=(\d+)(?:[&;]|$)/i, fillsAtOnce: false,
    source: 'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/connection-pool',
  }],
  python: [],
  java: [
    {
      name: 'spring.datasource.hikari', packages: /(?::|^)spring-boot-starter-(?:data-)?(?:jdbc|jpa)$|(?::|^)HikariCP$/i, imports: /^org\.springframework\b/,
      files: /^application(?:-(?<profile>[\w-]+))?\.(?:properties|ya?ml)$/, folders: ['src/main/resources/', 'src/main/resources/config/'],
      size: /^spring\.datasource\.hikari\.maximumpoolsize$/, variables: /^SPRING_DATASOURCE_HIKARI_MAXIMUM_?POOL_?SIZE$/,
      profile: { variables: ['SPRING_PROFILES_ACTIVE'], setting: 'spring.profiles.active', ofDocument: /^spring\.(?:config\.activate\.onprofile|profiles)$/ },
      byDefault: { size: 10, address: /^spring\.datasource\.url$/, unless: /^spring\.datasource\.(?:type|jndiname|hikari\.(?:datasourceproperties|minimumidle).*)$/ }, fillsAtOnce: true,
      source: 'https://docs.spring.io/spring-boot/how-to/data-access.html',
    },
    {
      name: 'quarkus.datasource', packages: /(?::|^)quarkus-(?:agroal|jdbc-\w+)$/, imports: /^(?:io\.quarkus|jakarta|javax)\b/, files: /^application\.(?:properties|ya?ml)$/, folders: ['src/main/resources/', 'src/main/resources/config/'],
      size: /^(?:%prod\.)?quarkus\.datasource\.jdbc\.maxsize$/, variables: /^QUARKUS_DATASOURCE_JDBC_MAX_SIZE$/, fillsAtOnce: false,
      source: 'https://quarkus.io/guides/datasource',
    },
    {
      name: 'datasources', packages: /(?::|^)micronaut-jdbc-hikari$/, imports: /^(?:io\.micronaut|jakarta|javax)\b/, files: /^application(?:-(?<profile>[\w-]+))?\.(?:properties|ya?ml)$/, folders: ['src/main/resources/'],
      size: /^datasources\.default\.maximumpoolsize$/, variables: /^DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE$/, profile: { variables: ['MICRONAUT_ENVIRONMENTS'] },
      byDefault: { size: 10, address: /^datasources\.default\.url$/, unless: /^datasources\.default\.minimumidle$/ }, fillsAtOnce: true, source: 'https://micronaut-projects.github.io/micronaut-sql/latest/guide/',
    },
    {
      name: 'HikariConfig', packages: /(?::|^)HikariCP$/i, imports: /^com\.zaxxer\.hikari\b/, files: /^hikari\.properties$/, folders: ['src/main/resources/'],
      size: /^maximumpoolsize$/, variables: /^$/, fillsAtOnce: true, source: 'https://github.com/brettwooldridge/HikariCP',
    },
  ],
  dotnet: [{
    name: 'ConnectionStrings', packages: /^(?:Npgsql|MySqlConnector|MySql\.Data|Microsoft\.Data\.SqlClient|System\.Data\.SqlClient|Oracle\.ManagedDataAccess|Pomelo\.EntityFrameworkCore|MySql\.EntityFrameworkCore|Microsoft\.EntityFrameworkCore\.SqlServer)\b/i,
    imports: /^(?:Npgsql|MySqlConnector|MySql|Microsoft\.Data\.SqlClient|System\.Data\.SqlClient|Oracle|Microsoft\.EntityFrameworkCore|Microsoft\.Extensions\.Configuration)\b/,
    files: /^appsettings(?:\.(?<profile>\w+))?\.json$/, folders: [''], size: /^connectionstrings\./, variables: /^ConnectionStrings__/i,
    option: /^(?=.*=).*(?:^|;)\s*max(?:imum)?\s?pool\s?size\s*=\s*(\d+)\s*(?:;|$)/i, profile: { variables: ['ASPNETCORE_ENVIRONMENT', 'DOTNET_ENVIRONMENT'] }, fillsAtOnce: false,
    source: 'https://learn.microsoft.com/dotnet/framework/data/adonet/sql-server-connection-pooling',
  }],
};
