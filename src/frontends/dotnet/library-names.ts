/**
 * Which namespace of a library declares a simple name. C# directives name namespaces only, so that the content of the common
 * ones has to be known. Of other libraries the names stay simple, or follow the conventions of the AWS SDK.
 */

const EXCEPTIONS = `ArgumentException ArgumentNullException ArgumentOutOfRangeException FormatException IndexOutOfRangeException InvalidCastException
  InvalidOperationException NotImplementedException NotSupportedException NullReferenceException ObjectDisposedException OperationCanceledException
  OutOfMemoryException OverflowException SystemException TimeoutException UnauthorizedAccessException ApplicationException AggregateException Exception
  DivideByZeroException ArithmeticException PlatformNotSupportedException TypeInitializationException UriFormatException`;

const NAMES: Readonly<Record<string, string>> = {
  'System': `${EXCEPTIONS} Action Activator AppContext AppDomain Array ArraySegment AsyncCallback Attribute BitConverter Boolean Buffer Byte Char
    Comparison Console ConsoleColor ConsoleKeyInfo Convert DBNull DateOnly DateTime DateTimeKind DateTimeOffset DayOfWeek Decimal Delegate Double Enum
    Environment EventArgs EventHandler Flags FlagsAttribute Func GC Guid Half HashCode IAsyncDisposable IAsyncResult ICloneable IComparable IConvertible
    IDisposable IEquatable IFormatProvider IFormattable IObservable IObserver IProgress IServiceProvider Index Int128 Int16 Int32 Int64 IntPtr Lazy
    MarshalByRefObject Math MathF Memory MemoryExtensions MulticastDelegate NonSerialized Nullable Object Obsolete ObsoleteAttribute Predicate Progress
    Random Range ReadOnlyMemory ReadOnlySpan SByte Serializable Single Span String StringComparer StringComparison StringSplitOptions ThreadStatic
    ThreadStaticAttribute TimeOnly TimeProvider TimeSpan TimeZoneInfo Tuple Type UInt16 UInt32 UInt64 UIntPtr Uri UriBuilder UriKind ValueTuple ValueType
    Version WeakReference AttributeUsage AttributeTargets BinaryData EnvironmentVariableTarget UnhandledExceptionEventArgs`,
  'System.Buffers': 'ArrayPool ArrayBufferWriter IBufferWriter MemoryPool ReadOnlySequence',
  'System.Collections': 'ArrayList BitArray DictionaryEntry Hashtable ICollection IComparer IDictionary IEnumerable IEnumerator IList Queue SortedList Stack',
  'System.Collections.Concurrent': 'BlockingCollection ConcurrentBag ConcurrentDictionary ConcurrentQueue ConcurrentStack IProducerConsumerCollection Partitioner',
  'System.Collections.Frozen': 'FrozenDictionary FrozenSet',
  'System.Collections.Generic': `Comparer Dictionary EqualityComparer HashSet IAsyncEnumerable IAsyncEnumerator ICollection IComparer IDictionary
    IEnumerable IEnumerator IEqualityComparer IList IReadOnlyCollection IReadOnlyDictionary IReadOnlyList IReadOnlySet ISet KeyNotFoundException
    KeyValuePair LinkedList LinkedListNode List OrderedDictionary PriorityQueue Queue ReferenceEqualityComparer SortedDictionary SortedList SortedSet Stack`,
  'System.Collections.Immutable': `IImmutableDictionary IImmutableList IImmutableSet ImmutableArray ImmutableDictionary ImmutableHashSet ImmutableInterlocked
    ImmutableList ImmutableQueue ImmutableSortedDictionary ImmutableSortedSet ImmutableStack`,
  'System.Collections.ObjectModel': 'Collection KeyedCollection ObservableCollection ReadOnlyCollection ReadOnlyDictionary',
  'System.Collections.Specialized': 'HybridDictionary ListDictionary NameValueCollection OrderedDictionary StringCollection StringDictionary',
  'System.ComponentModel': 'BackgroundWorker INotifyPropertyChanged PropertyChangedEventArgs PropertyChangedEventHandler Description DefaultValue Win32Exception',
  'System.ComponentModel.DataAnnotations': 'Key Required StringLength MaxLength MinLength Range EmailAddress ValidationContext ValidationResult Validator',
  'System.Data': `CommandBehavior CommandType ConnectionState DataColumn DataRow DataSet DataTable DataView DbType IDataParameter IDataReader IDataRecord
    IDbCommand IDbConnection IDbTransaction IsolationLevel ParameterDirection SqlDbType`,
  'System.Data.Common': 'DbCommand DbConnection DbConnectionStringBuilder DbDataAdapter DbDataReader DbDataSource DbException DbParameter DbParameterCollection DbProviderFactory DbTransaction',
  'System.Data.SqlClient': 'SqlBulkCopy SqlCommand SqlConnection SqlConnectionStringBuilder SqlDataAdapter SqlDataReader SqlException SqlParameter SqlParameterCollection SqlTransaction',
  'System.Diagnostics': `Activity ActivityContext ActivityKind ActivitySource ActivityStatusCode ActivityTagsCollection Conditional Debug Debugger
    DiagnosticListener DiagnosticSource EventLog FileVersionInfo PerformanceCounter Process ProcessStartInfo StackFrame StackTrace Stopwatch Trace
    TraceListener TraceSource`,
  'System.Diagnostics.CodeAnalysis': 'SuppressMessage DynamicallyAccessedMembers ExcludeFromCodeCoverage NotNull NotNullWhen MaybeNull AllowNull RequiresUnreferencedCode UnconditionalSuppressMessage DynamicDependency SetsRequiredMembers',
  'System.Diagnostics.Metrics': 'Counter Histogram Meter ObservableGauge UpDownCounter',
  'System.Drawing': 'Bitmap Color Font Graphics Image Point Rectangle Size',
  'System.Drawing.Imaging': 'Encoder EncoderParameter EncoderParameters ImageCodecInfo ImageFormat',
  'System.Dynamic': 'DynamicObject ExpandoObject',
  'System.Formats.Tar': 'TarEntry TarFile TarReader TarWriter',
  'System.Globalization': 'Calendar CompareInfo CultureInfo CultureNotFoundException DateTimeFormatInfo DateTimeStyles NumberFormatInfo NumberStyles RegionInfo TextInfo',
  'System.IO': `BinaryReader BinaryWriter BufferedStream Directory DirectoryInfo DirectoryNotFoundException DriveInfo EndOfStreamException File FileAccess
    FileAttributes FileInfo FileLoadException FileMode FileNotFoundException FileOptions FileShare FileStream FileSystemInfo FileSystemWatcher IOException
    InvalidDataException MemoryStream Path PathTooLongException SearchOption SeekOrigin Stream StreamReader StreamWriter StringReader StringWriter
    TextReader TextWriter UnmanagedMemoryStream`,
  'System.IO.Compression': 'BrotliStream CompressionLevel CompressionMode DeflateStream GZipStream ZLibStream ZipArchive ZipArchiveEntry ZipArchiveMode ZipFile ZipFileExtensions',
  'System.IO.Pipelines': 'Pipe PipeReader PipeWriter',
  'System.Linq': 'Enumerable IGrouping ILookup IOrderedEnumerable IOrderedQueryable IQueryable Lookup ParallelEnumerable ParallelQuery Queryable',
  'System.Linq.Expressions': 'Expression ExpressionVisitor LambdaExpression MemberExpression ParameterExpression',
  'System.Net': 'CookieContainer Cookie Dns HttpListener HttpStatusCode HttpWebRequest HttpWebResponse IPAddress IPEndPoint NetworkCredential SecurityProtocolType ServicePointManager WebClient WebException WebHeaderCollection WebProxy WebRequest WebResponse WebUtility DecompressionMethods',
  'System.Net.Http': `ByteArrayContent DelegatingHandler FormUrlEncodedContent HttpClient HttpClientHandler HttpCompletionOption HttpContent
    HttpMessageHandler HttpMessageInvoker HttpMethod HttpRequestException HttpRequestMessage HttpResponseMessage IHttpClientFactory MultipartContent
    MultipartFormDataContent SocketsHttpHandler StreamContent StringContent`,
  'System.Net.Http.Headers': 'AuthenticationHeaderValue CacheControlHeaderValue HttpContentHeaders HttpHeaders HttpRequestHeaders HttpResponseHeaders MediaTypeHeaderValue MediaTypeWithQualityHeaderValue ProductInfoHeaderValue',
  'System.Net.Http.Json': 'JsonContent HttpClientJsonExtensions HttpContentJsonExtensions',
  'System.Net.Mail': 'Attachment MailAddress MailMessage SmtpClient',
  'System.Net.Sockets': 'NetworkStream Socket SocketException TcpClient TcpListener UdpClient',
  'System.Net.WebSockets': 'ClientWebSocket WebSocket',
  'System.Numerics': 'BigInteger Complex Vector Vector2 Vector3',
  'System.Reflection': 'Assembly AssemblyName BindingFlags ConstructorInfo FieldInfo MemberInfo MethodBase MethodInfo ParameterInfo PropertyInfo TypeInfo',
  'System.Runtime': 'GCSettings',
  'System.Runtime.Caching': 'CacheItem CacheItemPolicy MemoryCache ObjectCache',
  'System.Runtime.CompilerServices': 'CallerFilePath CallerLineNumber CallerMemberName ConditionalWeakTable ConfiguredTaskAwaitable EnumeratorCancellation InternalsVisibleTo MethodImpl MethodImplOptions ModuleInitializer RuntimeHelpers TaskAwaiter Unsafe ValueTaskAwaiter',
  'System.Runtime.ExceptionServices': 'ExceptionDispatchInfo',
  'System.Runtime.InteropServices': 'CollectionsMarshal DllImport GCHandle Marshal MemoryMarshal NativeLibrary OSPlatform PosixSignal PosixSignalRegistration RuntimeInformation StructLayout',
  'System.Runtime.Loader': 'AssemblyDependencyResolver AssemblyLoadContext',
  'System.Runtime.Serialization': 'DataContract DataContractSerializer DataMember EnumMember ISerializable SerializationException SerializationInfo StreamingContext',
  'System.Runtime.Serialization.Formatters.Binary': 'BinaryFormatter',
  'System.Security': 'SecureString SecurityException',
  'System.Security.Claims': 'Claim ClaimTypes ClaimsIdentity ClaimsPrincipal',
  'System.Security.Cryptography': `Aes AesGcm AesManaged CryptoStream CryptoStreamMode CryptographicException CryptographicOperations DES DSA ECDsa HMACMD5 HMACSHA1
    HMACSHA256 HMACSHA384 HMACSHA512 HashAlgorithm HashAlgorithmName ICryptoTransform IncrementalHash MD5 MD5CryptoServiceProvider RNGCryptoServiceProvider RSA
    RSACryptoServiceProvider RandomNumberGenerator Rfc2898DeriveBytes RijndaelManaged SHA1 SHA1Managed SHA256 SHA256Managed SHA384 SHA512 SymmetricAlgorithm
    TripleDES CipherMode PaddingMode`,
  'System.Security.Cryptography.X509Certificates': 'X509Certificate X509Certificate2 X509Chain X509Store StoreLocation StoreName',
  'System.Text': 'ASCIIEncoding CompositeFormat Decoder Encoder Encoding NormalizationForm Rune StringBuilder UTF8Encoding UnicodeEncoding',
  'System.Text.Encodings.Web': 'HtmlEncoder JavaScriptEncoder TextEncoder UrlEncoder',
  'System.Text.Json': 'JsonCommentHandling JsonDocument JsonDocumentOptions JsonElement JsonException JsonNamingPolicy JsonProperty JsonSerializer JsonSerializerDefaults JsonSerializerOptions JsonTokenType JsonValueKind JsonWriterOptions Utf8JsonReader Utf8JsonWriter',
  'System.Text.Json.Nodes': 'JsonArray JsonNode JsonObject JsonValue',
  'System.Text.Json.Serialization': 'JsonConverter JsonExtensionData JsonIgnore JsonIgnoreCondition JsonInclude JsonNumberHandling JsonPropertyName JsonSerializable JsonSerializerContext JsonSourceGenerationOptions JsonStringEnumConverter JsonConstructor ReferenceHandler',
  'System.Text.Json.Serialization.Metadata': 'DefaultJsonTypeInfoResolver IJsonTypeInfoResolver JsonTypeInfo JsonTypeInfoResolver',
  'System.Text.RegularExpressions': 'Capture GeneratedRegex Group GroupCollection Match MatchCollection MatchEvaluator Regex RegexOptions RegexMatchTimeoutException',
  'System.Threading': `AsyncLocal AutoResetEvent Barrier CancellationToken CancellationTokenRegistration CancellationTokenSource CountdownEvent
    EventResetMode EventWaitHandle ExecutionContext Interlocked LazyInitializer LazyThreadSafetyMode Lock Lock.Scope LockRecursionPolicy ManualResetEvent
    ManualResetEventSlim Monitor Mutex PeriodicTimer ReaderWriterLock ReaderWriterLockSlim Semaphore SemaphoreSlim SpinLock SpinWait
    SynchronizationContext SynchronizationLockException Thread ThreadLocal ThreadPool ThreadPriority ThreadStart Timeout Timer TimerCallback Volatile WaitHandle`,
  'System.Threading.Channels': 'BoundedChannelOptions Channel ChannelReader ChannelWriter UnboundedChannelOptions',
  'System.Threading.RateLimiting': 'ConcurrencyLimiter FixedWindowRateLimiter PartitionedRateLimiter RateLimitLease RateLimiter TokenBucketRateLimiter',
  'System.Threading.Tasks': 'ConcurrentExclusiveSchedulerPair Parallel ParallelLoopState ParallelOptions Task TaskCanceledException TaskCompletionSource TaskContinuationOptions TaskCreationOptions TaskFactory TaskScheduler TaskStatus ValueTask',
  'System.Threading.Tasks.Dataflow': 'ActionBlock BatchBlock BufferBlock DataflowLinkOptions ExecutionDataflowBlockOptions TransformBlock',
  'System.Timers': 'ElapsedEventArgs ElapsedEventHandler Timer',
  'System.Transactions': 'Transaction TransactionScope',
  'System.Web': 'HttpUtility HttpContext',
  'System.Xml': 'XmlAttribute XmlDocument XmlElement XmlException XmlNode XmlNodeList XmlReader XmlReaderSettings XmlWriter XmlWriterSettings',
  'System.Xml.Linq': 'XAttribute XDocument XElement XName XNamespace XNode',
  'System.Xml.Serialization': 'XmlAttribute XmlElement XmlIgnore XmlRoot XmlSerializer',
  'System.Xml.XPath': 'XPathDocument XPathNavigator',
  'System.Xml.Xsl': 'XslCompiledTransform',
  'System.IdentityModel.Tokens.Jwt': 'JwtRegisteredClaimNames JwtSecurityToken JwtSecurityTokenHandler',
  'AWS.Lambda.Powertools.BatchProcessing': 'BatchProcessor BatchProcessorErrorHandlingPolicy IBatchProcessor IRecordHandler IRecordHandlerProvider ItemBatchResponse ProcessingOptions RecordHandlerResult RecordHandler BatchItemFailuresResponse',
  'AWS.Lambda.Powertools.BatchProcessing.DynamoDb': 'DynamoDbStreamBatchProcessor IDynamoDbStreamRecordHandler ITypedDynamoDbStreamRecordHandler',
  'AWS.Lambda.Powertools.BatchProcessing.Kinesis': 'IKinesisEventRecordHandler KinesisEventBatchProcessor',
  'AWS.Lambda.Powertools.BatchProcessing.Sqs': 'ISqsRecordHandler SqsBatchProcessor',
  'AWS.Lambda.Powertools.Idempotency': 'Idempotency IdempotencyConfig IdempotencyKey IdempotencyOptions Idempotent',
  FirebaseAdmin: 'AppOptions FirebaseApp FirebaseException',
  'FirebaseAdmin.Auth': 'FirebaseAuth FirebaseAuthException FirebaseToken UserRecord',
  'FirebaseAdmin.Messaging': 'FirebaseMessaging FirebaseMessagingException MulticastMessage',
  'AWS.Lambda.Powertools.Logging': 'Logger Logging LoggerOutputCase LogFormatter ILogFormatter LoggingEvent',
  'AWS.Lambda.Powertools.Metrics': 'IMetrics MetricResolution MetricUnit Metrics',
  'AWS.Lambda.Powertools.Parameters': 'ParametersManager',
  'AWS.Lambda.Powertools.Parameters.SimpleSystemsManagement': 'ISsmProvider SsmProvider',
  'AWS.Lambda.Powertools.Parameters.SecretsManager': 'ISecretsProvider SecretsProvider',
  'AWS.Lambda.Powertools.Parameters.DynamoDB': 'IDynamoDBProvider DynamoDBProvider',
  'AWS.Lambda.Powertools.Parameters.AppConfig': 'IAppConfigProvider AppConfigProvider',
  'AWS.Lambda.Powertools.Tracing': 'Tracing TracingCaptureMode',
  'Amazon': 'AWSConfigs RegionEndpoint LoggingOptions ResponseLoggingOption',
  'Amazon.DynamoDBv2.DataModel': `AsyncSearch BatchGet BatchWrite DynamoDBContext DynamoDBContextBuilder DynamoDBContextConfig DynamoDBGlobalSecondaryIndexHashKey
    DynamoDBHashKey DynamoDBIgnore DynamoDBOperationConfig DynamoDBProperty DynamoDBRangeKey DynamoDBTable DynamoDBVersion IDynamoDBContext ScanCondition`,
  'Amazon.DynamoDBv2.DocumentModel': 'Document DynamoDBBool DynamoDBEntry DynamoDBList DynamoDBNull Expression ITable PutItemOperationConfig QueryFilter QueryOperationConfig QueryOperator ScanFilter ScanOperator Search Table',
  'Amazon.DynamoDBv2.Model': 'AttributeDefinition AttributeValue AttributeValueUpdate Condition ConditionCheck Delete ExpectedAttributeValue KeySchemaElement KeysAndAttributes ProvisionedThroughput Put TransactGetItem TransactWriteItem WriteRequest',
  'Amazon.Extensions.NETCore.Setup': 'AWSOptions',
  'Amazon.Lambda.APIGatewayEvents': `APIGatewayCustomAuthorizerContextOutput APIGatewayCustomAuthorizerPolicy APIGatewayCustomAuthorizerRequest
    APIGatewayCustomAuthorizerResponse APIGatewayCustomAuthorizerV2Request APIGatewayHttpApiV2ProxyRequest APIGatewayHttpApiV2ProxyResponse
    APIGatewayProxyRequest APIGatewayProxyResponse`,
  'Amazon.Lambda.Annotations': 'FromServices LambdaFunction LambdaStartup LambdaFunctionResource PackageType',
  'Amazon.Lambda.Annotations.APIGateway': 'FromBody FromHeader FromQuery FromRoute HttpApi HttpResults IHttpResult LambdaHttpMethod RestApi',
  'Amazon.Lambda.Annotations.SQS': 'SQSEvent',
  'Amazon.Lambda.ApplicationLoadBalancerEvents': 'ApplicationLoadBalancerRequest ApplicationLoadBalancerResponse',
  'Amazon.Lambda.AspNetCoreServer': 'APIGatewayHttpApiV2ProxyFunction APIGatewayProxyFunction ApplicationLoadBalancerFunction',
  'Amazon.Lambda.CloudWatchEvents': 'CloudWatchEvent',
  'Amazon.Lambda.CloudWatchLogsEvents': 'CloudWatchLogsEvent',
  'Amazon.Lambda.CognitoEvents': 'CognitoEvent CognitoPreTokenGenerationEvent CognitoPostConfirmationEvent CognitoPreSignupEvent',
  'Amazon.Lambda.Core': 'IClientContext ICognitoIdentity ILambdaContext ILambdaLogger ILambdaSerializer LambdaLogger LambdaSerializer LogLevel SnapshotRestore',
  'Amazon.Lambda.DynamoDBEvents': 'DynamoDBEvent DynamoDBTimeWindowEvent StreamsEventResponse',
  'Amazon.Lambda.KinesisEvents': 'KinesisEvent KinesisTimeWindowEvent StreamsEventResponse',
  'Amazon.Lambda.KinesisFirehoseEvents': 'KinesisFirehoseEvent KinesisFirehoseResponse',
  'Amazon.Lambda.LexV2Events': 'LexV2Event LexV2Response',
  'Amazon.Lambda.RuntimeSupport': 'Bootstrap HandlerWrapper InvocationRequest InvocationResponse LambdaBootstrap LambdaBootstrapBuilder',
  'Amazon.Lambda.S3Events': 'S3Event S3ObjectLambdaEvent',
  'Amazon.Lambda.SNSEvents': 'SNSEvent',
  'Amazon.Lambda.SQSEvents': 'SQSBatchResponse SQSEvent',
  'Amazon.Lambda.Serialization.Json': 'JsonSerializer',
  'Amazon.Lambda.Serialization.SystemTextJson': 'CamelCaseLambdaJsonSerializer DefaultLambdaJsonSerializer LambdaJsonSerializer SourceGeneratorLambdaJsonSerializer',
  'Amazon.Lambda.SimpleEmailEvents': 'SimpleEmailEvent',
  'Amazon.Lambda.TestUtilities': 'TestLambdaContext TestLambdaLogger',
  'Amazon.Runtime': `AWSCredentials AmazonClientException AmazonServiceException AmazonUnmarshallingException AmazonWebServiceRequest AmazonWebServiceResponse
    AnonymousAWSCredentials AssumeRoleAWSCredentials BasicAWSCredentials EnvironmentVariablesAWSCredentials FallbackCredentialsFactory IAmazonService
    IClientConfig ImmutableCredentials InstanceProfileAWSCredentials SessionAWSCredentials`,
  'Amazon.Runtime.CredentialManagement': 'CredentialProfile CredentialProfileStoreChain SharedCredentialsFile',
  'Amazon.S3.Transfer': 'ITransferUtility TransferUtility TransferUtilityDownloadRequest TransferUtilityUploadRequest TransferUtilityOpenStreamRequest TransferUtilityUploadDirectoryRequest TransferUtilityDownloadDirectoryRequest',
  'Amazon.S3.Util': 'AmazonS3Util S3EventNotification',
  'Amazon.SecretsManager.Extensions.Caching': 'ISecretsManagerCache SecretCacheConfiguration SecretsManagerCache',
  'Amazon.RDS.Util': 'RDSAuthTokenGenerator',
  'Amazon.SecurityToken': 'AmazonSecurityTokenServiceClient AmazonSecurityTokenServiceConfig AmazonSecurityTokenServiceException IAmazonSecurityTokenService',
  'Amazon.XRay.Recorder.Core': 'AWSXRayRecorder',
  'Amazon.XRay.Recorder.Handlers.AwsSdk': 'AWSSDKHandler',
  'ClosedXML.Excel': 'XLWorkbook',
  ImageMagick: 'IMagickImage MagickFormat MagickGeometry MagickImage MagickImageCollection MagickNET',
  LibGit2Sharp: 'Repository',
  OfficeOpenXml: 'ExcelPackage ExcelWorkbook ExcelWorksheet',
  'OpenQA.Selenium.Chrome': 'ChromeDriver ChromeOptions',
  'OpenQA.Selenium.Firefox': 'FirefoxDriver FirefoxOptions',
  'OpenQA.Selenium.Remote': 'RemoteWebDriver',
  'PdfSharp.Pdf': 'PdfDocument',
  'SixLabors.ImageSharp': 'Image',
  'Dapper': 'CommandDefinition DefaultTypeMap DynamicParameters SqlMapper',
  'AutoMapper': 'IConfigurationProvider IMapper Mapper MapperConfiguration Profile',
  'FluentValidation': 'AbstractValidator IValidator ValidationException ValidatorOptions',
  'MediatR': 'IMediator INotification INotificationHandler IPublisher IRequest IRequestHandler ISender Mediator Unit',
  'Microsoft.AspNetCore.Builder': 'IApplicationBuilder WebApplication WebApplicationBuilder WebApplicationOptions',
  'Microsoft.AspNetCore.Hosting': 'IWebHost IWebHostBuilder IWebHostEnvironment WebHostBuilder',
  'Microsoft.AspNetCore.Http': `DefaultHttpContext HttpContext HttpContextAccessor HttpRequest HttpResponse IFormCollection IFormFile IHeaderDictionary
    IHttpContextAccessor IQueryCollection IResult RequestDelegate Results StatusCodes TypedResults`,
  'Microsoft.AspNetCore.Mvc.RazorPages': 'PageContext PageModel PageResult',
  'Microsoft.AspNetCore.Mvc': `ActionResult ApiController BadRequestResult Controller ControllerBase FromBody FromForm FromHeader FromQuery FromRoute FromServices
    HttpDelete HttpGet HttpPatch HttpPost HttpPut IActionResult JsonResult NotFoundResult ObjectResult OkObjectResult OkResult ProducesResponseType Route`,
  'Microsoft.Data.SqlClient': 'SqlBulkCopy SqlCommand SqlConnection SqlConnectionStringBuilder SqlDataAdapter SqlDataReader SqlException SqlParameter SqlParameterCollection SqlTransaction',
  'Microsoft.Data.Sqlite': 'SqliteCommand SqliteConnection SqliteConnectionStringBuilder SqliteDataReader SqliteException SqliteParameter SqliteParameterCollection SqliteTransaction',
  'Microsoft.EntityFrameworkCore': 'DbContext DbContextOptions DbContextOptionsBuilder DbSet DbUpdateConcurrencyException DbUpdateException EntityState IDbContextFactory ModelBuilder',
  'Microsoft.EntityFrameworkCore.Storage': 'IDbContextTransaction',
  'Microsoft.Extensions.Caching.Distributed': 'DistributedCacheEntryOptions IDistributedCache',
  'Microsoft.Extensions.Caching.Hybrid': 'HybridCache',
  'Microsoft.Extensions.Caching.Memory': 'ICacheEntry IMemoryCache MemoryCache MemoryCacheEntryOptions MemoryCacheOptions',
  'Microsoft.Extensions.Configuration': 'ConfigurationBuilder ConfigurationManager IConfiguration IConfigurationBuilder IConfigurationRoot IConfigurationSection',
  'Microsoft.Extensions.DependencyInjection': 'ActivatorUtilities AsyncServiceScope FromKeyedServices IServiceCollection IServiceProviderFactory IServiceScope IServiceScopeFactory ServiceCollection ServiceDescriptor ServiceLifetime ServiceProvider',
  'Microsoft.Extensions.Hosting': 'BackgroundService Host HostApplicationBuilder HostBuilder IHost IHostApplicationLifetime IHostBuilder IHostEnvironment IHostedService',
  'Microsoft.Extensions.Http': 'HttpClientFactoryOptions',
  'Microsoft.Extensions.Logging': 'EventId ILogger ILoggerFactory ILoggerProvider ILoggingBuilder LogLevel LoggerFactory LoggerMessage',
  'Microsoft.Extensions.Logging.Abstractions': 'NullLogger NullLoggerFactory',
  'Microsoft.Extensions.ObjectPool': 'DefaultObjectPool DefaultObjectPoolProvider ObjectPool ObjectPoolProvider',
  'Microsoft.Extensions.Options': 'IConfigureOptions IOptions IOptionsMonitor IOptionsSnapshot Options',
  'Microsoft.IdentityModel.Tokens': 'SecurityToken SecurityTokenDescriptor SigningCredentials SymmetricSecurityKey TokenValidationParameters',
  'MongoDB.Bson': 'BsonArray BsonDocument BsonElement BsonValue ObjectId',
  'MongoDB.Driver': 'Builders FilterDefinition IAggregateFluent IAsyncCursor IClientSessionHandle IFindFluent IMongoClient IMongoCollection IMongoDatabase MongoClient MongoClientSettings MongoUrl ProjectionDefinition SortDefinition UpdateDefinition',
  'MySql.Data.MySqlClient': 'MySqlCommand MySqlConnection MySqlConnectionStringBuilder MySqlDataAdapter MySqlDataReader MySqlException MySqlParameter MySqlParameterCollection MySqlTransaction',
  'MySqlConnector': 'MySqlCommand MySqlConnection MySqlConnectionStringBuilder MySqlDataAdapter MySqlDataReader MySqlDataSource MySqlException MySqlParameter MySqlParameterCollection MySqlTransaction',
  'NLog': 'ILogger LogManager Logger MappedDiagnosticsContext ScopeContext GlobalDiagnosticsContext MappedDiagnosticsLogicalContext',
  'CsvHelper': 'CsvParser CsvReader CsvWriter IReader IReaderRow IWriter IWriterRow',
  'Newtonsoft.Json': 'Formatting JsonConvert JsonConverter JsonException JsonIgnore JsonProperty JsonReader JsonReaderException JsonSerializationException JsonSerializer JsonSerializerSettings JsonTextReader JsonTextWriter JsonWriter NullValueHandling',
  'Newtonsoft.Json.Linq': 'JArray JObject JProperty JToken JValue',
  'Nito.AsyncEx': 'AsyncLazy AsyncLock AsyncReaderWriterLock AsyncSemaphore',
  'Npgsql': 'NpgsqlCommand NpgsqlConnection NpgsqlConnectionStringBuilder NpgsqlDataAdapter NpgsqlDataReader NpgsqlDataSource NpgsqlDataSourceBuilder NpgsqlException NpgsqlMultiHostDataSource NpgsqlParameter NpgsqlParameterCollection NpgsqlTransaction',
  'Oracle.ManagedDataAccess.Client': 'OracleCommand OracleConnection OracleDataReader OracleParameter OracleTransaction',
  'OpenTelemetry': 'Baggage Sdk',
  'OpenTelemetry.Trace': 'Tracer TracerProvider TracerProviderBuilder',
  'Polly': 'AsyncPolicy Context IAsyncPolicy ISyncPolicy Policy ResiliencePipeline ResiliencePipelineBuilder',
  'Polly.Retry': 'AsyncRetryPolicy RetryPolicy',
  'RestSharp': 'IRestClient Method RestClient RestRequest RestResponse',
  'Serilog': 'ILogger Log LoggerConfiguration',
  'Serilog.Context': 'LogContext',
  'SkiaSharp': 'SKBitmap SKCanvas SKCodec SKColor SKColors SKData SKEncodedImageFormat SKFileWStream SKFilterQuality SKFont SKImage SKImageInfo SKMatrix SKPaint SKPath SKPoint SKRect SKRectI SKSamplingOptions SKSize SKSizeI SKSurface SKTypeface',
  'StackExchange.Redis': 'ConfigurationOptions ConnectionMultiplexer IBatch IConnectionMultiplexer IDatabase IServer ISubscriber ITransaction RedisKey RedisValue',
};

const CONTENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(NAMES).map(([namespace, names]) => [namespace, new Set(names.split(/\s+/u))]));

/** What projects bring into view by themselves when implicit directives are on. */
export const IMPLICIT_USINGS: readonly string[] = [
  'System', 'System.Collections.Generic', 'System.IO', 'System.Linq', 'System.Net.Http', 'System.Threading', 'System.Threading.Tasks',
];

/** … and those of a web project besides. */
export const WEB_USINGS: readonly string[] = [
  'System.Net.Http.Json', 'Microsoft.AspNetCore.Builder', 'Microsoft.AspNetCore.Hosting', 'Microsoft.AspNetCore.Http', 'Microsoft.AspNetCore.Routing',
  'Microsoft.Extensions.Configuration', 'Microsoft.Extensions.DependencyInjection', 'Microsoft.Extensions.Hosting', 'Microsoft.Extensions.Logging',
];

/** Whether the library namespace declares the type; nothing when its content is not known. */
export function libraryDeclares(namespace: string, name: string): boolean | undefined {
  return CONTENTS.get(namespace)?.has(name) ?? (AWS_SERVICE.test(namespace) || namespace.startsWith('System.') ? false : undefined);
}

/** Whether namespaces of libraries begin with `name`: `System.IO.File` is not named after a type `System`. */
export function isNamespaceRoot(name: string): boolean {
  return ROOTS.has(name);
}

/** The library type that `name` means with these namespaces in view. */
export function libraryType(name: string, namespaces: readonly string[]): string | undefined {
  const known = namespaces.find((namespace) => CONTENTS.get(namespace)?.has(name) === true);
  if (known !== undefined) return `${known}.${name}`;
  const bare = name.replace(/Attribute$/u, '');
  const attribute = bare === name ? undefined : namespaces.find((namespace) => CONTENTS.get(namespace)?.has(bare) === true);
  return attribute === undefined ? awsType(name, namespaces) : `${attribute}.${bare}`;
}

const ROOTS: ReadonlySet<string> = new Set(['Amazon', ...[...CONTENTS.keys()].map((namespace) => namespace.split('.')[0] ?? '')]);

const AWS_SERVICE = /^Amazon\.\w+(?:\.Model)?$/u;
const AWS_CLIENT = /^I?Amazon(?<service>\w+?)(?:Client|Config|Exception)?$/u;

/** Clients are called after the namespace of their service; requests and results are in its `Model`. */
function awsType(name: string, namespaces: readonly string[]): string | undefined {
  const services = namespaces.filter((namespace) => AWS_SERVICE.test(namespace));
  const called = AWS_CLIENT.exec(name)?.groups?.['service'];
  const client = called === undefined ? undefined : services.find((n) => n.slice('Amazon.'.length).replace(/v\d$/u, '') === called.replace(/V2$/u, (v) => (services.includes(`Amazon.${called}`) ? v : '')));
  if (client !== undefined) return `${client}.${name}`;
  const models = services.filter((namespace) => namespace.endsWith('.Model'));
  if (models.length === 0 || isNamespaceRoot(name) || !/^\p{Lu}\w*\p{Ll}/u.test(name)) return undefined;
  return models.length === 1 || /(?:Request|Response|Exception)$/u.test(name) ? `${models[0]!}.${name}` : undefined;
}
