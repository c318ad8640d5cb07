class Mailer {
  constructor(url) {
    this.url = url;
  }

  send = async (to) => {
    this.to = to; // expect: request-state-leak error
    const answer = await fetch(this.url);
    return `${this.to}: ${answer.status}`;
  };

  preview = (to) => `to ${to} by ${this.url}`; // safe: writes nothing
}

let mailer;

export const handler = async (event) => {
  mailer ??= new Mailer('https://example.com/mail');
  return [mailer.preview(event.to), await mailer.send(event.to)];
};
