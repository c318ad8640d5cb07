/** The settings as a part of a CloudFormation template. */
import { heading, joined } from './comments.js';
import type { NewProvider, PlannedFunction, SnippetPlan } from './plan.js';
import {
  architectureLines, concurrencyLines, imageParameter, maxVcpusLines, networkLines, parameterLines, providerArn, providerParameters, resourceHead, runtimeLines, scalingLines, valueLines,
  type Parameter,
} from './template-part.js';

export function cloudformationSnippet(plan: SnippetPlan): string {
  return joined([
    ...heading('#', 'a part of a CloudFormation template', 'Take along what a function has besides: Environment, Layers, its permissions and the event sources that name it.', plan),
    ...parameterLines([...providerParameters(plan), ...plan.functions.flatMap(codeParameters)]),
    ...(plan.functions.length === 0 ? ['{}'] : ['Resources:']),
    ...plan.providers.flatMap((provider) => (provider.kind === 'new' ? providerLines(provider) : [])),
    ...plan.functions.flatMap(functionLines),
  ]);
}

function providerLines(provider: NewProvider): readonly string[] {
  return [
    `  ${provider.id}OperatorRole:`, '    Type: AWS::IAM::Role', '    Properties:',
    '      AssumeRolePolicyDocument:', "        Version: '2012-10-17'", '        Statement:',
    '          - Effect: Allow', '            Principal: { Service: lambda.amazonaws.com }', '            Action: sts:AssumeRole',
    '      ManagedPolicyArns:', "        - !Sub 'arn:${AWS::Partition}:iam::aws:policy/AWSLambdaManagedEC2ResourceOperator'",
    `  ${provider.id}:`, '    Type: AWS::Lambda::CapacityProvider', '    Properties:',
    ...networkLines(), '      PermissionsConfig:', `        CapacityProviderOperatorRoleArn: !GetAtt ${provider.id}OperatorRole.Arn`,
    ...architectureLines(provider), ...maxVcpusLines(provider, 'CapacityProviderScalingConfig'),
  ];
}

function codeParameters(fn: PlannedFunction): readonly Parameter[] {
  const { id, name, isImage, handler } = fn;
  const role: Parameter = { name: `${id}RoleArn`, type: 'String', description: `ARN of the execution role of ${name}.` };
  if (isImage) return [role, imageParameter(fn)];
  return [
    role,
    { name: `${id}CodeBucket`, type: 'String', description: `Bucket with the package of ${name}.` },
    { name: `${id}CodeKey`, type: 'String', description: 'Its key there.' },
    ...(handler === undefined ? [{ name: `${id}Handler`, type: 'String' as const, description: `Handler of ${name}.` }] : []),
  ];
}

function functionLines(fn: PlannedFunction): readonly string[] {
  const { id, isImage, handler, provider, advice } = fn;
  const code = isImage ? [`        ImageUri: !Ref ${id}ImageUri`] : [`        S3Bucket: !Ref ${id}CodeBucket`, `        S3Key: !Ref ${id}CodeKey`];
  return [
    ...resourceHead(fn, 'AWS::Lambda::Function'), `      Role: !Ref ${id}RoleArn`, '      Code:', ...code,
    ...(!isImage && handler === undefined ? [`      Handler: !Ref ${id}Handler`] : []), ...runtimeLines(fn), ...valueLines(fn),
    '      # Managed instances run published versions only.', '      PublishToLatestPublished: true',
    '      CapacityProviderConfig:', '        LambdaManagedInstancesCapacityProviderConfig:', `          CapacityProviderArn: ${providerArn(provider)}`,
    ...concurrencyLines(advice, '          '), ...scalingLines(advice),
  ];
}
