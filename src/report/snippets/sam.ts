/** The settings as a part of a SAM template, where those of managed instances are flat. */
import { heading, joined } from './comments.js';
import type { NewProvider, PlannedFunction, SnippetPlan } from './plan.js';
import { yamlText } from './quoted.js';
import {
  architectureLines, concurrencyLines, imageParameter, maxVcpusLines, networkLines, parameterLines, providerArn, providerParameters, resourceHead, runtimeLines, scalingLines, valueLines,
  type Parameter,
} from './template-part.js';

export function samSnippet(plan: SnippetPlan): string {
  return joined([
    ...heading('#', 'a part of a SAM template', 'Take along what a function has besides: Events, Policies, Environment, Layers and the like.', plan),
    'Transform: AWS::Serverless-2016-10-31',
    ...parameterLines([...providerParameters(plan), ...plan.functions.flatMap(codeParameters)]),
    ...(plan.functions.length === 0 ? [] : ['Resources:']),
    ...plan.providers.flatMap((provider) => (provider.kind === 'new' ? providerLines(provider) : [])),
    ...plan.functions.flatMap(functionLines),
  ]);
}

/** SAM makes the operator role. */
function providerLines(provider: NewProvider): readonly string[] {
  return [`  ${provider.id}:`, '    Type: AWS::Serverless::CapacityProvider', '    Properties:', ...networkLines(), ...architectureLines(provider), ...maxVcpusLines(provider, 'ScalingConfig')];
}

function codeParameters(fn: PlannedFunction): readonly Parameter[] {
  const { id, name, isImage, codeFolder, handler } = fn;
  if (isImage) return [imageParameter(fn)];
  return [
    ...(codeFolder === undefined ? [{ name: `${id}CodeUri`, type: 'String' as const, description: `Where the code of ${name} is.` }] : []),
    ...(handler === undefined ? [{ name: `${id}Handler`, type: 'String' as const, description: `Handler of ${name}.` }] : []),
  ];
}

function functionLines(fn: PlannedFunction): readonly string[] {
  const { id, isImage, codeFolder, handler, provider, advice } = fn;
  const code = isImage ? [`      ImageUri: !Ref ${id}ImageUri`] : [`      CodeUri: ${codeFolder === undefined ? `!Ref ${id}CodeUri` : yamlText(codeFolder)}`, ...(handler === undefined ? [`      Handler: !Ref ${id}Handler`] : [])];
  return [
    ...resourceHead(fn, 'AWS::Serverless::Function'), ...code, ...runtimeLines(fn), ...valueLines(fn),
    '      # Managed instances run published versions only.', '      AutoPublishAlias: live',
    '      CapacityProviderConfig:', `        Arn: ${providerArn(provider)}`, ...concurrencyLines(advice, '        '), ...scalingLines(advice),
  ];
}
