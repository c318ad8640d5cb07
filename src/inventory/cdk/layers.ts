/** Layers that a construct gives to its function. */
import { propertyOf, type StaticValue } from '../evaluation/values.js';
import type { Setting } from '../lambda-function.js';
import { isThere } from '../evaluation/values.js';
import { madeIn } from './names.js';
import { nameOf, section, type Properties } from './properties.js';

/** Properties that add a layer of AWS by its version. */
const OTHERS = ['insightsVersion', 'paramsAndSecrets'];

/** The layers of `layers`, of instrumentation and extensions: by their ARN as far as it is written down, or the id of the construct. */
export function layersIn(properties: Properties): readonly Setting<string>[] {
  const written = section(properties, 'layers');
  const items = written.props?.kind === 'list' ? written.props.items : [];
  const instrumentation = section(properties, 'adotInstrumentation');
  return [
    ...items.flatMap((item) => layerOf(item, written.at) ?? []),
    ...OTHERS.flatMap((name) => layerOf(propertyOf(properties.props, name)?.value, section(properties, name).at) ?? []),
    ...(layerOf(propertyOf(instrumentation.props, 'layerVersion')?.value, instrumentation.at) ? [layerOf(propertyOf(instrumentation.props, 'layerVersion')?.value, instrumentation.at)!] : []),
  ];
}

/** A layer as people would look for it. */
export function layerOf(value: StaticValue | undefined, from: Setting<string>['from']): Setting<string> | undefined {
  if (!isThere(value)) return undefined;
  const made = madeIn(value);
  const name = nameOf(value) ?? made?.by;
  return name === undefined ? undefined : { value: name, from };
}
