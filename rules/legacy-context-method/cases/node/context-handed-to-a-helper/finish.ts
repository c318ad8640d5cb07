import type { Context } from 'aws-lambda';

export function finishWith(work: Promise<unknown>, context: Context): void {
  work.then(context.done, context.fail); // expect: legacy-context-method error
}

export class Progress {
  private answer = '';

  succeed(text: string): string {
    this.answer = text;
    return this.answer;
  }
}
