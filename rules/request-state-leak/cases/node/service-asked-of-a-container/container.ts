import { Container } from 'inversify';
import { FreshQuotes, KeptQuotes } from './kept-quotes.js';
import { RemoteQuotes } from './remote-quotes.js';
import { Quotes } from './quotes.js';

export const container = new Container();
container.bind<Quotes>('shared').to(RemoteQuotes).inSingletonScope();
container.bind(FreshQuotes).toSelf().inTransientScope();
container.bind(KeptQuotes).toSelf().inTransientScope();
