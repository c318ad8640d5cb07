/** Which processors a function should run on: what it says itself, else arm64 unless something of it is made for x86. */
import type { LambdaFunction, Setting } from '../../inventory/lambda-function.js';
import { ACCELERATOR_SOURCE, ARCHITECTURES, PROVIDER_SOURCE, type Architecture } from '../../runtimes/platform.js';
import type { AdvisedValue } from '../readiness.js';

const X86 = /x86|amd64|x64/i;
const ARM = /arm64|aarch64/i;

export function architectureFor(fn: LambdaFunction): AdvisedValue<Architecture> {
  if (fn.acceleratorMemory !== undefined) return { value: 'x86_64', reason: 'the one that there are GPUs for', source: ACCELERATOR_SOURCE };
  const provider = fn.managedInstances?.provider;
  const ofProvider = provider && legal(provider.architecture ?? { value: 'x86_64' });
  if (provider && ofProvider) return advised(ofProvider, `that of the capacity provider \`${provider.name}\``);
  const set = legal(fn.architecture);
  if (set) return advised(set, 'as it is set; the capacity provider must have the same');
  const [native] = x86Parts(fn);
  if (native !== undefined) return advised('x86_64', native);
  return advised('arm64', 'nothing was seen that needs x86; install packages with native code for it');
}

function legal(setting: Setting<string> | undefined): Architecture | undefined {
  return ARCHITECTURES.find((one) => one === setting?.value);
}

/** Parts of the function that are made for x86, in words. A layer from elsewhere is so unless its name says that it is for Arm. */
function x86Parts({ layers, baseImage, copiedImages = [] }: LambdaFunction): readonly string[] {
  return [
    ...layers.flatMap(({ value }) => (isForeignLayer(value) && !ARM.test(value) ? [`the layer \`${layerName(value)}\` does not say that it is made for arm64`] : [])),
    ...[...(baseImage ? [baseImage] : []), ...copiedImages].flatMap(({ value }) => (X86.test(value) ? [`the image \`${value}\` is made for x86`] : [])),
  ];
}

function isForeignLayer(value: string): boolean {
  return value.startsWith('arn:');
}

/** `arn:aws:lambda:eu-west-1:123456789012:layer:Name:3` → `Name:3`. */
function layerName(arn: string): string {
  return arn.split(':layer:')[1] ?? arn;
}

function advised(value: Architecture, reason: string): AdvisedValue<Architecture> {
  return { value, reason, source: PROVIDER_SOURCE };
}
