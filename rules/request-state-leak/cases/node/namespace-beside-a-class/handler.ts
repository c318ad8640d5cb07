import { Session } from './session';
import { format } from './format';

// entry: handler
export async function handler(event: { user: string; locale: string }): Promise<string> {
  Session.begin(event.user);
  format.locale = event.locale; // expect: request-state-leak error
  await fetch('https://audit.example.com');
  return format(new Session().owner());
}

// entry: fixed
export async function fixed(event: { user: string }): Promise<string> {
  const session = new Session(event.user); // fixed: the name belongs to the object
  await fetch('https://audit.example.com');
  return `${session.name} ${Session.Kind.Plain}`;
}
