/**
 * The oldest versions of libraries, layers and runtime clients that go together with several invocations at once, as AWS and
 * the vendors give them: data with sources. What code uses is compared with it elsewhere.
 */
import type { Language } from '../frontends/frontend.js';

/** Day on which the versions of this file were compared with their sources. */
export const VERSION_FACTS_DATE = '2026-11-22';

const GUIDE = 'https://docs.aws.amazon.com/lambda/latest/dg';

export interface MinimumVersion {
  /** Packages as registries name them, `group:artifact` for Maven; `layer:NAME` and `image:NAME` for what templates and Dockerfiles add. A `*` at the end stands for any characters. */
  readonly packages: readonly string[];
  /**
   * What code imports that uses it, a package, module or namespace, or one that begins so. As many as `packages`, one for each: a
   * `*` stands for what it stands for there. Absent: it runs beside or below the code, which need not name it.
   */
  readonly imports?: readonly string[];
  /** It counts only in images that bring a runtime client of their own. */
  readonly inOwnImage?: boolean;
  /** As people call it. */
  readonly library: string;
  readonly least: string;
  /** What goes wrong before that version; completes `older than …:`. */
  readonly consequence: string;
  /** That version works, and a later one is better. */
  readonly isAdvice?: boolean;
  readonly source: string;
}

const NODE_GUIDE = `${GUIDE}/lambda-managed-instances-nodejs-runtime.html`;
const PYTHON_GUIDE = `${GUIDE}/lambda-managed-instances-python-runtime.html`;
const JAVA_GUIDE = `${GUIDE}/lambda-managed-instances-java-runtime.html`;
const DOTNET_GUIDE = `${GUIDE}/lambda-managed-instances-dotnet-runtime.html`;

const TRACES = 'it looks for the trace id of the running request where several requests at once have none';
const MIXES = 'what it keeps of one request is mixed with that of others that run at the same time';
const ONE_AT_A_TIME = 'it takes one request at a time';

const NODE: readonly MinimumVersion[] = [
  { packages: ['@aws-sdk/client-*', '@aws-sdk/lib-*'], imports: ['@aws-sdk/client-*', '@aws-sdk/lib-*'], library: 'AWS SDK for JavaScript v3', least: '3.933.0', consequence: TRACES, source: NODE_GUIDE },
  { packages: ['aws-xray-sdk', 'aws-xray-sdk-core'], imports: ['aws-xray-sdk', 'aws-xray-sdk-core'], library: 'X-Ray SDK for Node.js', least: '3.12.0', consequence: MIXES, source: NODE_GUIDE },
  {
    packages: ['@aws/aws-distro-opentelemetry-node-autoinstrumentation'], imports: ['@aws/aws-distro-opentelemetry-node-autoinstrumentation'],
    library: 'AWS Distro for OpenTelemetry JavaScript', least: '0.8.0', consequence: MIXES, source: NODE_GUIDE,
  },
  { packages: ['@aws-lambda-powertools/*'], imports: ['@aws-lambda-powertools/*'], library: 'Powertools for TypeScript', least: '2.29.0', consequence: MIXES, source: NODE_GUIDE },
  {
    packages: ['@aws-lambda-powertools/logger'], imports: ['@aws-lambda-powertools/logger'], library: 'Powertools logger for TypeScript', least: '2.35.0', isAdvice: true,
    consequence: 'its log lines can carry the request id, buffered lines and debug level of another request',
    source: 'https://github.com/aws-powertools/powertools-lambda-typescript/blob/main/CHANGELOG.md',
  },
  {
    packages: ['@aws-lambda-powertools/tracer'], imports: ['@aws-lambda-powertools/tracer'], library: 'Powertools tracer for TypeScript', least: '2.34.0', isAdvice: true,
    consequence: 'segments of requests that run at the same time are not kept apart',
    source: 'https://github.com/aws-powertools/powertools-lambda-typescript/blob/main/CHANGELOG.md',
  },
];

const PYTHON: readonly MinimumVersion[] = [
  { packages: ['aws-lambda-powertools'], imports: ['aws_lambda_powertools'], library: 'Powertools for Python', least: '3.23.0', consequence: 'AWS supports it on managed instances from that version on', source: PYTHON_GUIDE },
  { packages: ['awslambdaric'], inOwnImage: true, library: 'runtime interface client for Python', least: '4.0.0', consequence: ONE_AT_A_TIME, source: 'https://github.com/aws/aws-lambda-python-runtime-interface-client' },
];

const JAVA: readonly MinimumVersion[] = [
  { packages: ['software.amazon.awssdk:*'], imports: ['software.amazon.awssdk'], library: 'AWS SDK for Java 2.x', least: '2.34.0', consequence: TRACES, source: JAVA_GUIDE },
  { packages: ['com.amazonaws:aws-xray-recorder-sdk-*'], imports: ['com.amazonaws.xray'], library: 'X-Ray SDK for Java', least: '2.20.0', consequence: TRACES, source: JAVA_GUIDE },
  { packages: ['software.amazon.lambda:powertools-*'], imports: ['software.amazon.lambda.powertools'], library: 'Powertools for Java', least: '2.8.0', consequence: 'metrics and parameters are not safe for several threads', source: JAVA_GUIDE },
  {
    packages: ['com.amazonaws:aws-lambda-java-runtime-interface-client'], inOwnImage: true, library: 'runtime interface client for Java', least: '2.8.0', consequence: ONE_AT_A_TIME,
    source: 'https://github.com/aws/aws-lambda-java-libs',
  },
];

const DOTNET: readonly MinimumVersion[] = [
  {
    packages: ['Amazon.Lambda.RuntimeSupport'], imports: ['Amazon.Lambda.RuntimeSupport'], library: 'Lambda runtime client for .NET', least: '1.14.1',
    consequence: 'a function that brings it along takes one request at a time, or answers with the bytes of another one', source: DOTNET_GUIDE,
  },
  { packages: ['Amazon.Lambda.Core'], imports: ['Amazon.Lambda.Core'], library: 'Amazon.Lambda.Core', least: '2.7.1', consequence: 'AWS supports it on managed instances from that version on', source: DOTNET_GUIDE },
  { packages: ['AWSXRayRecorder.Core', 'AWSXRayRecorder'], imports: ['Amazon.XRay.Recorder', 'Amazon.XRay.Recorder'], library: 'X-Ray SDK for .NET', least: '2.16.0', consequence: TRACES, source: DOTNET_GUIDE },
  { packages: ['AWSSDK.Core'], imports: ['Amazon'], library: 'AWS SDK for .NET', least: '4.0.0.32', consequence: TRACES, source: DOTNET_GUIDE },
  { packages: ['AWSSDK.*'], imports: ['Amazon.*'], library: 'AWS SDK for .NET', least: '4.0.0', consequence: `it brings a core before 4.0.0.32, and ${TRACES}`, source: DOTNET_GUIDE },
  { packages: ['OpenTelemetry.Instrumentation.AWSLambda'], imports: ['OpenTelemetry'], library: 'OpenTelemetry instrumentation of Lambda', least: '1.14.0', consequence: TRACES, source: DOTNET_GUIDE },
  {
    packages: ['AWS.Lambda.Powertools.Logging', 'AWS.Lambda.Powertools.Metrics', 'AWS.Lambda.Powertools.Tracing'],
    imports: ['AWS.Lambda.Powertools.Logging', 'AWS.Lambda.Powertools.Metrics', 'AWS.Lambda.Powertools.Tracing'],
    library: 'Powertools for .NET', least: '3.1.0', consequence: MIXES, source: 'https://github.com/aws-powertools/powertools-lambda-dotnet/issues/1076',
  },
];

/** Layers and images that code of any language is put together with. */
const BESIDE_CODE: readonly MinimumVersion[] = [
  {
    packages: ['layer:LambdaAdapterLayerX86', 'layer:LambdaAdapterLayerArm64'], library: 'Lambda Web Adapter 1.0.0', least: '27', consequence: 'it crashes on managed instances',
    source: 'https://github.com/aws/aws-lambda-web-adapter/issues/623',
  },
  { packages: ['image:aws-lambda-adapter'], library: 'Lambda Web Adapter', least: '1.0.0', consequence: 'it crashes on managed instances', source: 'https://github.com/aws/aws-lambda-web-adapter/issues/623' },
  {
    packages: ['layer:Datadog-Extension', 'layer:Datadog-Extension-ARM'], library: 'Datadog extension', least: '90', consequence: 'it does not know managed instances',
    source: 'https://github.com/DataDog/datadog-lambda-extension/pull/951',
  },
];

/** What is known of the versions that code of a language uses; of two about one package the first counts where it applies. */
export const MINIMUM_VERSIONS: Readonly<Record<Language, readonly MinimumVersion[]>> = {
  node: [...NODE, ...BESIDE_CODE], python: [...PYTHON, ...BESIDE_CODE], java: [...JAVA, ...BESIDE_CODE], dotnet: [...DOTNET, ...BESIDE_CODE],
};
