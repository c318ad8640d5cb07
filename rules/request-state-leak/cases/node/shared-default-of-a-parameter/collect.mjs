const found = [];
const noHeaders = {};

export function namesIn(node, into = found) {
  into.push(node.name); // expect: request-state-leak error
  for (const child of node.children) namesIn(child, into);
  return into;
}

export function namesInOwn(node, into = []) {
  into.push(node.name); // safe: a default is made anew for each call
  for (const child of node.children) namesInOwn(child, into);
  return into;
}

export const open = ({ headers = noHeaders, token } = {}) => {
  headers.authorization = token; // expect: request-state-leak error
  return {
    async get(url) {
      await fetch('https://status.example.com');
      return fetch(url, { headers });
    },
  };
};

export const openOwn = ({ headers = {}, token } = {}) => {
  headers.authorization = token; // fixed: without an argument there is a new object
  return {
    async get(url) {
      await fetch('https://status.example.com');
      return fetch(url, { headers });
    },
  };
};
