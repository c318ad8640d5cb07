const fs = require('fs');
const path = require('path');

const PAGES = '/tmp/pages';

function dropOldPages() {
  // expect: event-loop-block note
  fs.mkdirSync(PAGES, { recursive: true });
  fs.readdirSync(PAGES).forEach((name) => fs.rmSync(path.join(PAGES, name))); // expect: temp-directory-sweep error
}

function render(file, title) {
  // expect: event-loop-block note
  fs.writeFileSync(file, `<h1>${title}</h1>`); // safe: named after the request
  return fs.readFileSync(file, 'utf8');
}

// entry: handler
exports.handler = async (event, context) => {
  dropOldPages();
  return render(path.join(PAGES, `${context.awsRequestId}.html`), event.title);
};

// entry: careful
exports.careful = async (event, context) => {
  const file = path.join('/tmp', `${context.awsRequestId}.html`);
  try {
    return render(file, event.title);
  } finally {
    fs.rmSync(file); // fixed: only what this invocation made
  }
};
