import lodash from 'lodash';
import { format } from './format.js';

const twice = (f) => f(f);
let replaced = () => 1;
replaced = () => 2;

function greet(name, ...rest) {
  return this.prefix + name + rest;
}

export default function run(event, tools) {
  greet('a', ...event.names);
  greet.call(tools, 'b');
  greet.apply(tools, event.names);
  twice(greet);
  replaced();
  (function again() { again(); })();
  (async () => event)();
  tools.print(event);
  tools[event.name](event);
  tools.find?.(event)?.print();
  event.callback && event.callback(null, 'done');
  lodash.chunk(event.names, 2).map((part) => format(part));
  tools.sql`select ${event.id} from t`;
  new Map([[1, 2]]);
  new tools.Client(event);
  return require(event.module);
}
