/**
 * Simple names of the types in packages that people import with `.*`, and of java.lang, which is always imported. Only names
 * that a program mentions need be here; a name that is missing is found by elimination when one library is imported so.
 */

const PACKAGES: Readonly<Record<string, string>> = {
  'java.lang': `AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException ArrayStoreException AssertionError
    AutoCloseable Boolean Byte CharSequence Character Class ClassCastException ClassLoader ClassNotFoundException ClassValue
    CloneNotSupportedException Cloneable Comparable Deprecated Double Enum Error Exception ExceptionInInitializerError Float
    FunctionalInterface IllegalAccessException IllegalArgumentException IllegalCallerException IllegalMonitorStateException
    IllegalStateException IllegalThreadStateException IncompatibleClassChangeError IndexOutOfBoundsException InheritableThreadLocal
    InstantiationException Integer InternalError InterruptedException IO Iterable LinkageError Long MatchException Math Module
    NegativeArraySizeException NoClassDefFoundError NoSuchFieldError NoSuchFieldException NoSuchMethodError NoSuchMethodException
    NullPointerException Number NumberFormatException Object OutOfMemoryError Override Package Process ProcessBuilder ProcessHandle
    Readable Record ReflectiveOperationException Runnable Runtime RuntimeException RuntimePermission SafeVarargs ScopedValue
    SecurityException SecurityManager Short StackOverflowError StackTraceElement StackWalker StrictMath String StringBuffer
    StringBuilder StringIndexOutOfBoundsException SuppressWarnings System Thread ThreadDeath ThreadGroup ThreadLocal Throwable
    TypeNotPresentException UnsatisfiedLinkError UnsupportedClassVersionError UnsupportedOperationException VerifyError
    VirtualMachineError Void`,
  'java.lang.annotation': 'Annotation Documented ElementType Inherited Native Repeatable Retention RetentionPolicy Target',
  'java.lang.reflect': 'Constructor Field InvocationHandler InvocationTargetException Method Modifier Parameter ParameterizedType Proxy Type',
  'java.util': `AbstractCollection AbstractList AbstractMap AbstractQueue AbstractSequentialList AbstractSet ArrayDeque ArrayList Arrays
    Base64 BitSet Calendar Collection Collections Comparator ConcurrentModificationException Currency Date Deque Dictionary
    DoubleSummaryStatistics EmptyStackException EnumMap EnumSet Enumeration EventListener EventObject Formatter GregorianCalendar
    HashMap HashSet Hashtable HexFormat IdentityHashMap IllegalFormatException InputMismatchException IntSummaryStatistics Iterator
    LinkedHashMap LinkedHashSet LinkedList List ListIterator ListResourceBundle Locale LongSummaryStatistics Map
    MissingResourceException NavigableMap NavigableSet NoSuchElementException Objects Optional OptionalDouble OptionalInt
    OptionalLong PriorityQueue Properties PropertyResourceBundle Queue Random RandomAccess ResourceBundle Scanner SequencedCollection
    SequencedMap SequencedSet ServiceLoader Set SimpleTimeZone SortedMap SortedSet Spliterator Spliterators SplittableRandom Stack
    StringJoiner StringTokenizer TimeZone Timer TimerTask TreeMap TreeSet UUID Vector WeakHashMap`,
  'java.util.concurrent': `AbstractExecutorService ArrayBlockingQueue BlockingDeque BlockingQueue BrokenBarrierException Callable
    CancellationException CompletableFuture CompletionException CompletionService CompletionStage ConcurrentHashMap
    ConcurrentLinkedDeque ConcurrentLinkedQueue ConcurrentMap ConcurrentNavigableMap ConcurrentSkipListMap ConcurrentSkipListSet
    CopyOnWriteArrayList CopyOnWriteArraySet CountDownLatch CountedCompleter CyclicBarrier DelayQueue Delayed Exchanger
    ExecutionException Executor ExecutorCompletionService ExecutorService Executors Flow ForkJoinPool ForkJoinTask
    ForkJoinWorkerThread Future FutureTask LinkedBlockingDeque LinkedBlockingQueue LinkedTransferQueue Phaser
    PriorityBlockingQueue RecursiveAction RecursiveTask RejectedExecutionException RejectedExecutionHandler RunnableFuture
    ScheduledExecutorService ScheduledFuture ScheduledThreadPoolExecutor Semaphore StructuredTaskScope SubmissionPublisher
    SynchronousQueue ThreadFactory ThreadLocalRandom ThreadPoolExecutor TimeUnit TimeoutException TransferQueue`,
  'java.util.concurrent.atomic': `AtomicBoolean AtomicInteger AtomicIntegerArray AtomicIntegerFieldUpdater AtomicLong AtomicLongArray
    AtomicLongFieldUpdater AtomicMarkableReference AtomicReference AtomicReferenceArray AtomicReferenceFieldUpdater
    AtomicStampedReference DoubleAccumulator DoubleAdder LongAccumulator LongAdder`,
  'java.util.concurrent.locks': `AbstractQueuedSynchronizer Condition Lock LockSupport ReadWriteLock ReentrantLock
    ReentrantReadWriteLock StampedLock`,
  'java.util.function': `BiConsumer BiFunction BiPredicate BinaryOperator BooleanSupplier Consumer DoubleBinaryOperator DoubleConsumer
    DoubleFunction DoublePredicate DoubleSupplier DoubleToIntFunction DoubleToLongFunction DoubleUnaryOperator Function
    IntBinaryOperator IntConsumer IntFunction IntPredicate IntSupplier IntToDoubleFunction IntToLongFunction IntUnaryOperator
    LongBinaryOperator LongConsumer LongFunction LongPredicate LongSupplier LongToDoubleFunction LongToIntFunction
    LongUnaryOperator ObjDoubleConsumer ObjIntConsumer ObjLongConsumer Predicate Supplier ToDoubleBiFunction ToDoubleFunction
    ToIntBiFunction ToIntFunction ToLongBiFunction ToLongFunction UnaryOperator`,
  'java.util.stream': 'BaseStream Collector Collectors DoubleStream Gatherer Gatherers IntStream LongStream Stream StreamSupport',
  'java.util.regex': 'MatchResult Matcher Pattern PatternSyntaxException',
  'java.util.zip': `Adler32 CRC32 CheckedInputStream CheckedOutputStream Checksum DataFormatException Deflater DeflaterOutputStream
    GZIPInputStream GZIPOutputStream Inflater InflaterInputStream ZipEntry ZipException ZipFile ZipInputStream ZipOutputStream`,
  'java.util.logging': 'ConsoleHandler FileHandler Formatter Handler Level LogManager LogRecord Logger SimpleFormatter StreamHandler',
  'java.io': `BufferedInputStream BufferedOutputStream BufferedReader BufferedWriter ByteArrayInputStream ByteArrayOutputStream
    CharArrayReader CharArrayWriter Closeable Console DataInput DataInputStream DataOutput DataOutputStream EOFException
    Externalizable File FileDescriptor FileFilter FileInputStream FileNotFoundException FileOutputStream FileReader FileWriter
    FilenameFilter FilterInputStream FilterOutputStream Flushable IOException InputStream InputStreamReader LineNumberReader
    NotSerializableException ObjectInputStream ObjectOutputStream OutputStream OutputStreamWriter PipedInputStream
    PipedOutputStream PrintStream PrintWriter PushbackInputStream PushbackReader RandomAccessFile Reader SequenceInputStream
    Serial Serializable StreamTokenizer StringReader StringWriter UncheckedIOException UnsupportedEncodingException Writer`,
  'java.nio': 'Buffer ByteBuffer ByteOrder CharBuffer DoubleBuffer FloatBuffer IntBuffer LongBuffer MappedByteBuffer ShortBuffer',
  'java.nio.channels': `AsynchronousFileChannel ByteChannel Channel Channels FileChannel FileLock ReadableByteChannel
    SeekableByteChannel SocketChannel WritableByteChannel`,
  'java.nio.charset': 'CharacterCodingException Charset CharsetDecoder CharsetEncoder CoderResult CodingErrorAction MalformedInputException StandardCharsets UnmappableCharacterException',
  'java.nio.file': `AccessDeniedException CopyOption DirectoryNotEmptyException DirectoryStream FileAlreadyExistsException FileStore
    FileSystem FileSystemException FileSystems FileVisitOption FileVisitResult FileVisitor Files InvalidPathException LinkOption
    NoSuchFileException NotDirectoryException OpenOption Path PathMatcher Paths SimpleFileVisitor StandardCopyOption
    StandardOpenOption WatchService`,
  'java.nio.file.attribute': `BasicFileAttributes FileAttribute FileTime PosixFileAttributes PosixFilePermission
    PosixFilePermissions UserPrincipal`,
  'java.math': 'BigDecimal BigInteger MathContext RoundingMode',
  'java.net': `Authenticator CookieHandler CookieManager HttpURLConnection InetAddress InetSocketAddress MalformedURLException
    PasswordAuthentication Proxy ProxySelector ServerSocket Socket SocketException SocketTimeoutException URI URISyntaxException
    URL URLConnection URLDecoder URLEncoder UnknownHostException`,
  'java.net.http': 'HttpClient HttpHeaders HttpRequest HttpResponse HttpTimeoutException WebSocket',
  'java.security': `AlgorithmParameters DigestException DigestInputStream DigestOutputStream GeneralSecurityException InvalidAlgorithmParameterException InvalidKeyException Key KeyException KeyFactory KeyPair KeyPairGenerator KeyStore KeyStoreException
    MessageDigest NoSuchAlgorithmException NoSuchProviderException PrivateKey Provider PublicKey SecureRandom Security Signature SignatureException UnrecoverableKeyException`,
  'java.sql': `Array Blob CallableStatement Clob Connection DatabaseMetaData Date Driver DriverManager PreparedStatement ResultSet
    ResultSetMetaData SQLException Savepoint Statement Time Timestamp Types`,
  'java.text': `AttributedString BreakIterator CharacterIterator ChoiceFormat CollationKey Collator CompactNumberFormat DateFormat DateFormatSymbols
    DecimalFormat DecimalFormatSymbols FieldPosition Format MessageFormat Normalizer NumberFormat ParseException ParsePosition
    RuleBasedCollator SimpleDateFormat StringCharacterIterator`,
  'java.time': `Clock DateTimeException DayOfWeek Duration Instant InstantSource LocalDate LocalDateTime LocalTime Month MonthDay
    OffsetDateTime OffsetTime Period Year YearMonth ZoneId ZoneOffset ZonedDateTime`,
  'java.time.format': 'DateTimeFormatter DateTimeFormatterBuilder DateTimeParseException FormatStyle ResolverStyle TextStyle',
  'java.time.temporal': 'ChronoField ChronoUnit Temporal TemporalAccessor TemporalAdjusters TemporalAmount TemporalUnit WeekFields',
  'javax.crypto': `AEADBadTagException BadPaddingException Cipher CipherInputStream CipherOutputStream EncryptedPrivateKeyInfo IllegalBlockSizeException
    KeyAgreement KeyGenerator Mac NoSuchPaddingException SealedObject SecretKey SecretKeyFactory ShortBufferException`,
  'javax.crypto.spec': 'GCMParameterSpec IvParameterSpec PBEKeySpec PBEParameterSpec SecretKeySpec',
  'javax.imageio': 'IIOException IIOImage ImageIO ImageReadParam ImageReader ImageTypeSpecifier ImageWriteParam ImageWriter',
  'javax.script': 'Bindings Compilable CompiledScript Invocable ScriptContext ScriptEngine ScriptEngineFactory ScriptEngineManager ScriptException SimpleBindings',
  'javax.xml.bind': 'Binder DatatypeConverter JAXB JAXBContext JAXBElement JAXBException MarshalException Marshaller UnmarshalException Unmarshaller ValidationException',
  'jakarta.xml.bind': 'Binder DatatypeConverter JAXB JAXBContext JAXBElement JAXBException MarshalException Marshaller UnmarshalException Unmarshaller ValidationException',
  'javax.xml.parsers': 'DocumentBuilder DocumentBuilderFactory FactoryConfigurationError ParserConfigurationException SAXParser SAXParserFactory',
  'javax.xml.stream': `EventFilter FactoryConfigurationError Location StreamFilter XMLEventFactory XMLEventReader XMLEventWriter XMLInputFactory
    XMLOutputFactory XMLReporter XMLResolver XMLStreamConstants XMLStreamException XMLStreamReader XMLStreamWriter`,
  'javax.xml.transform': `ErrorListener OutputKeys Result Source SourceLocator Templates Transformer TransformerConfigurationException
    TransformerException TransformerFactory TransformerFactoryConfigurationError URIResolver`,
  'javax.xml.transform.dom': 'DOMLocator DOMResult DOMSource',
  'javax.xml.transform.stream': 'StreamResult StreamSource',
  'javax.xml.validation': 'Schema SchemaFactory SchemaFactoryLoader TypeInfoProvider Validator ValidatorHandler',
  'javax.xml.xpath': `XPath XPathConstants XPathEvaluationResult XPathException XPathExpression XPathExpressionException XPathFactory
    XPathFactoryConfigurationException XPathFunction XPathFunctionException XPathFunctionResolver XPathNodes XPathVariableResolver`,
  'org.w3c.dom': `Attr CDATASection CharacterData Comment DOMConfiguration DOMError DOMException DOMImplementation Document DocumentFragment
    DocumentType Element Entity EntityReference NameList NamedNodeMap Node NodeList Notation ProcessingInstruction Text TypeInfo UserDataHandler`,
  'org.xml.sax': `Attributes ContentHandler DTDHandler EntityResolver ErrorHandler InputSource Locator SAXException SAXNotRecognizedException
    SAXNotSupportedException SAXParseException XMLFilter XMLReader`,
  'com.fasterxml.jackson.core': `Base64Variant JsonEncoding JsonFactory JsonGenerationException JsonGenerator JsonLocation JsonParseException JsonParser
    JsonPointer JsonProcessingException JsonToken ObjectCodec PrettyPrinter StreamReadFeature StreamWriteFeature TreeNode Version`,
  'com.fasterxml.jackson.databind': `BeanDescription BeanProperty DeserializationConfig DeserializationContext DeserializationFeature InjectableValues
    JavaType JsonDeserializer JsonMappingException JsonNode JsonSerializer KeyDeserializer MapperFeature MappingIterator MappingJsonFactory Module ObjectMapper
    ObjectReader ObjectWriter PropertyNamingStrategies PropertyNamingStrategy RuntimeJsonMappingException SequenceWriter SerializationConfig
    SerializationFeature SerializerProvider`,
  'com.fasterxml.jackson.databind.node': `ArrayNode BaseJsonNode BigIntegerNode BinaryNode BooleanNode ContainerNode DecimalNode DoubleNode FloatNode IntNode
    JsonNodeCreator JsonNodeFactory JsonNodeType LongNode MissingNode NullNode NumericNode ObjectNode POJONode ShortNode TextNode ValueNode`,
  'redis.clients.jedis': `BinaryJedis Connection ConnectionPoolConfig DefaultJedisClientConfig HostAndPort Jedis JedisClientConfig JedisCluster JedisPool
    JedisPoolConfig JedisPooled JedisPubSub JedisSentinelPool JedisSentineled Pipeline Protocol Response ScanParams ScanResult ShardedJedis ShardedJedisPool
    Transaction Tuple UnifiedJedis`,
  'org.json': 'CDL Cookie HTTP JSONArray JSONException JSONML JSONObject JSONPointer JSONString JSONStringer JSONTokener JSONWriter XML',
  'javax.sql': 'ConnectionPoolDataSource DataSource PooledConnection RowSet XADataSource',
  'javax.inject': 'Inject Named Provider Qualifier Scope Singleton',
  'jakarta.inject': 'Inject Named Provider Qualifier Scope Singleton',
  'javax.annotation': 'Generated ManagedBean Nonnull Nullable PostConstruct PreDestroy Priority Resource Resources',
  'jakarta.annotation': 'Generated ManagedBean Nonnull Nullable PostConstruct PreDestroy Priority Resource Resources',
  'javax.annotation.concurrent': 'GuardedBy Immutable NotThreadSafe ThreadSafe',
  'net.jcip.annotations': 'GuardedBy Immutable NotThreadSafe ThreadSafe',
  'javax.enterprise.context': 'ApplicationScoped BeforeDestroyed Conversation ConversationScoped Dependent Initialized RequestScoped SessionScoped',
  'jakarta.enterprise.context': 'ApplicationScoped BeforeDestroyed Conversation ConversationScoped Dependent Initialized RequestScoped SessionScoped',
  'javax.enterprise.inject': 'Alternative Any Default Disposes Instance Model New Produces Specializes Stereotype Typed Vetoed',
  'jakarta.enterprise.inject': 'Alternative Any Default Disposes Instance Model New Produces Specializes Stereotype Typed Vetoed',
  'org.springframework.stereotype': 'Component Controller Indexed Repository Service',
  'org.springframework.context.annotation': `Bean ComponentScan Conditional Configuration DependsOn Description Import ImportResource Lazy Primary
    Profile PropertySource PropertySources Role Scope ScopedProxyMode`,
  'org.springframework.beans.factory.annotation': 'Autowired Configurable Lookup Qualifier Required Value',
  'org.springframework.web.bind.annotation': `ControllerAdvice CookieValue CrossOrigin DeleteMapping ExceptionHandler GetMapping InitBinder
    Mapping MatrixVariable ModelAttribute PatchMapping PathVariable PostMapping PutMapping RequestAttribute RequestBody RequestHeader
    RequestMapping RequestMethod RequestParam RequestPart ResponseBody ResponseStatus RestController RestControllerAdvice SessionAttribute`,
  'lombok': `AccessLevel AllArgsConstructor Builder Cleanup CustomLog Data EqualsAndHashCode Generated Getter Locked NoArgsConstructor NonNull
    RequiredArgsConstructor Setter Singular SneakyThrows Synchronized ToString Value With val var`,
  'lombok.extern.slf4j': 'Slf4j XSlf4j',
  'com.amazonaws.services.lambda.runtime': `ClientContext CognitoIdentity Context CustomPojoSerializer LambdaLogger LambdaRuntime
    RequestHandler RequestStreamHandler`,
};

const NAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(PACKAGES).map(([name, types]) => [name, new Set(types.split(/\s+/u))]),
);

/** Whether `packageName` declares the type `simpleName`; nothing when its types are not known here. */
export function libraryDeclares(packageName: string, simpleName: string): boolean | undefined {
  return NAMES.get(packageName)?.has(simpleName);
}

/** The packages that `import module java.base` brings into view and that are known here. */
export const JAVA_BASE_PACKAGES: readonly string[] = Object.keys(PACKAGES).filter(
  (name) => name.startsWith('java.') && !/^java\.(?:sql|net\.http|util\.logging)$/u.test(name),
);
